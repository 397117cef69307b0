import { answered } from './answered.js';
import { type ArtifactCalls, artifactCalls } from './calls/artifact-calls.js';
import { type DataSetCalls, dataSetCalls } from './calls/dataset-calls.js';
import { type PresetCalls, presetCalls } from './calls/preset-calls.js';
import { openStream, type RunCalls, runCalls } from './calls/run-calls.js';
import { type EventOptions, followEvents } from './events/follow-events.js';
import type {
  Candles,
  Catalog,
  CatalogItem,
  ChainList,
  ChainVerification,
  FeaturePreview,
  FeaturePreviewRequest,
  Health,
  QueryOf,
  RunEvent,
} from './schemas.js';
import { type ClientOptions, type Transport, transport } from './transport.js';

/** A service, call by call. Every call throws ApiProblem for what the service refuses, and what fetch throws. */
export interface Client {
  readonly runs: RunCalls;
  readonly artifacts: ArtifactCalls;
  readonly presets: PresetCalls;
  readonly datasets: DataSetCalls;
  readonly chain: {
    list(query?: QueryOf<'listChain'>): Promise<ChainList>;
    verify(): Promise<ChainVerification>;
  };
  readonly features: { preview(request: FeaturePreviewRequest): Promise<FeaturePreview> };
  /** Candles in pages, as columns. */
  candles(query: Omit<QueryOf<'getCandles'>, 'format'>): Promise<Candles>;
  /** Everything that a config can name. */
  catalog(query?: QueryOf<'getCatalog'>): Promise<Catalog>;
  /** The plug-ins of a name. */
  plugins(name: string): Promise<readonly CatalogItem[]>;
  /** The events of many runs in one stream; at most 200 of them. */
  events(run_hashes: readonly string[], options?: EventOptions): AsyncGenerator<RunEvent, void, undefined>;
  /** Trades the token for a cookie, which links and EventSource send by themselves. */
  beginSession(token?: string): Promise<void>;
  health(): Promise<Health>;
  /** Every call of the OpenAPI document, typed by it: for what has no name here. */
  readonly rest: Transport['rest'];
}

/** A client of the service at an address. */
export function createClient(options: ClientOptions): Client {
  const own = transport(options);
  const { rest, send } = own;
  return {
    runs: runCalls(own),
    artifacts: artifactCalls(own),
    presets: presetCalls(own),
    datasets: dataSetCalls(own),
    chain: {
      list: (query = {}) => answered(rest.GET('/chain', { params: { query } })),
      verify: () => answered(rest.GET('/chain/verify')),
    },
    features: { preview: (body) => answered(rest.POST('/features/preview', { body })) },
    candles: async (query) => (await answered(rest.GET('/candles', { params: { query: { ...query, format: 'json' } } }))) as Candles,
    catalog: (query = {}) => answered(rest.GET('/catalog', { params: { query } })),
    plugins: async (name) => (await answered(rest.GET('/catalog/{name}', { params: { path: { name } } }))).items,
    events: (run_hashes, eventOptions) => {
      const query = run_hashes.map((run_hash) => `run=${encodeURIComponent(run_hash)}`).join('&');
      return followEvents((position, signal) => openStream(send, `/events?${query}`, { position, signal }), eventOptions);
    },
    async beginSession(token) {
      await answered(rest.POST('/session', token === undefined ? {} : { body: { token } }));
    },
    health: () => answered(rest.GET('/health')),
    rest,
  };
}
