import { answered } from '../answered.js';
import { type EventOptions, followEvents } from '../events/follow-events.js';
import { openStream } from '../events/open-stream.js';
import type {
  Manifest,
  QueryOf,
  Sweep,
  SweepCheck,
  SweepConfig,
  SweepEvent,
  SweepList,
  SweepRow,
  SweepState,
  SweepSubmission,
  SweepVerification,
} from '../schemas.js';
import type { components } from '../schema.generated.js';
import type { Transport } from '../transport.js';
import { fileOf, type TablePart } from './artifact-calls.js';
import type { SubmitOptions } from './run-calls.js';

/** Sweeps: searches through many runs. A sweep is named by its sweep_hash or the first 8 digits or more of it. All throw ApiProblem. */
export interface SweepCalls {
  /** Tries many combinations, or finds the same sweep: `created` says which. */
  submit(sweep: SweepConfig, options?: SubmitOptions): Promise<SweepSubmission>;
  /** Says what a sweep would be, and how many combinations it has. Throws everything that is wrong with it. */
  validate(sweep: SweepConfig, options?: { readonly signal?: AbortSignal }): Promise<SweepCheck>;
  list(query?: QueryOf<'listSweeps'>): Promise<SweepList>;
  get(sweep_hash: string): Promise<Sweep>;
  cancel(sweep_hash: string): Promise<SweepState>;
  remove(sweep_hash: string): Promise<void>;
  pin(sweep_hash: string): Promise<SweepState>;
  unpin(sweep_hash: string): Promise<SweepState>;
  verify(sweep_hash: string, options?: { readonly replay?: boolean; readonly signal?: AbortSignal }): Promise<SweepVerification>;
  /** What happens to a sweep, as it happens, until it has ended: each event once, also over broken connections. */
  events(sweep_hash: string, options?: EventOptions): AsyncGenerator<SweepEvent, void, undefined>;
  /** The sweep once it has ended, however it did. */
  wait(sweep_hash: string, options?: EventOptions): Promise<Sweep>;
  /** Its trials, a row each; with `columns` a row has those only. */
  rows(sweep_hash: string, part?: TablePart): Promise<SweepRow[]>;
  manifest(sweep_hash: string): Promise<Manifest>;
  /** A file as it is, or a table in another format: read the response by `json()`, `text()` or `arrayBuffer()`. */
  file(sweep_hash: string, name: string, query?: QueryOf<'getSweepArtifact'>): Promise<Response>;
}

type Body = components['schemas']['SweepConfig'];

export function sweepCalls({ rest, send }: Transport): SweepCalls {
  const of = (sweep_hash: string) => ({ params: { path: { sweep_hash } } });
  const get = (sweep_hash: string): Promise<Sweep> => answered(rest.GET('/sweeps/{sweep_hash}', of(sweep_hash)));
  const events: SweepCalls['events'] = (sweep_hash, options) =>
    followEvents(openStream(send, `/sweeps/${encodeURIComponent(sweep_hash)}/events`), options);
  const file = fileOf(send, 'sweeps');
  return {
    submit: (sweep, { wait, signal } = {}) => {
      const body = sweep as Body;
      const header = wait === undefined ? {} : { Prefer: `wait=${wait}` };
      return answered(rest.POST('/sweeps', { params: { header }, body, ...(signal && { signal }) }));
    },
    validate: (sweep, { signal } = {}) => answered(rest.POST('/sweeps/validate', { body: sweep as Body, ...(signal && { signal }) })),
    list: (query = {}) => answered(rest.GET('/sweeps', { params: { query } })),
    get,
    cancel: (sweep_hash) => answered(rest.POST('/sweeps/{sweep_hash}/cancel', of(sweep_hash))),
    async remove(sweep_hash) {
      await answered(rest.DELETE('/sweeps/{sweep_hash}', of(sweep_hash)));
    },
    pin: (sweep_hash) => answered(rest.PUT('/sweeps/{sweep_hash}/pin', of(sweep_hash))),
    unpin: (sweep_hash) => answered(rest.DELETE('/sweeps/{sweep_hash}/pin', of(sweep_hash))),
    verify: (sweep_hash, { replay = false, signal } = {}) =>
      answered(rest.GET('/sweeps/{sweep_hash}/verify', { params: { path: { sweep_hash }, query: { replay } }, ...(signal && { signal }) })),
    events,
    async wait(sweep_hash, options) {
      for await (const event of events(sweep_hash, options)) void event;
      return get(sweep_hash);
    },
    rows: async (sweep_hash, part = {}) => {
      const rows = await file(sweep_hash, 'sweep.parquet', { ...part, format: 'json' });
      return (await rows.json()) as SweepRow[];
    },
    manifest: (sweep_hash) => answered(rest.GET('/sweeps/{sweep_hash}/artifacts', of(sweep_hash))),
    file,
  };
}
