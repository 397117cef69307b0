import { answered } from './answered.js';
import { type ArtifactCalls, artifactCalls } from './calls/artifact-calls.js';
import { type DataSetCalls, dataSetCalls } from './calls/dataset-calls.js';
import { type PresetCalls, presetCalls } from './calls/preset-calls.js';
import { type RunCalls, runCalls } from './calls/run-calls.js';
import { type SweepCalls, sweepCalls } from './calls/sweep-calls.js';
import { type AnyEvent, type EventOptions, followEvents } from './events/follow-events.js';
import { openStream } from './events/open-stream.js';
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

/** Runs and sweeps by their hashes. */
export interface ManyNamed {
  readonly runs?: readonly string[];
  readonly sweeps?: readonly string[];
}

/** A service, call by call. Every call throws ApiProblem for what the service refuses, and what fetch throws. */
export interface Client {
  readonly runs: RunCalls;
  readonly sweeps: SweepCalls;
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
  /** The events of many runs in one stream, or of runs and sweeps; at most 200 of them. */
  events(run_hashes: readonly string[], options?: EventOptions): AsyncGenerator<RunEvent, void, undefined>;
  events(named: ManyNamed, options?: EventOptions): AsyncGenerator<AnyEvent, void, undefined>;
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
    sweeps: sweepCalls(own),
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
    events: (named: readonly string[] | ManyNamed, eventOptions?: EventOptions) =>
      followEvents<never>(openStream(send, `/events?${queryOf('length' in named ? { runs: named } : named)}`), eventOptions),
    async beginSession(token) {
      await answered(rest.POST('/session', token === undefined ? {} : { body: { token } }));
    },
    health: () => answered(rest.GET('/health')),
    rest,
  };
}

function queryOf({ runs = [], sweeps = [] }: ManyNamed): string {
  const pairs = [...runs.map((hash) => ['run', hash]), ...sweeps.map((hash) => ['sweep', hash])];
  return new URLSearchParams(pairs).toString();
}
