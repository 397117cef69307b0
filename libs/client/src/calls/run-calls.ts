import { answered } from '../answered.js';
import { type EventOptions, followEvents } from '../events/follow-events.js';
import { openStream } from '../events/open-stream.js';
import type {
  Comparison,
  QueryOf,
  Run,
  RunCheck,
  RunConfig,
  RunEvent,
  RunList,
  RunState,
  RunVerification,
  Submission,
} from '../schemas.js';
import type { Transport } from '../transport.js';

export interface SubmitOptions {
  /** Seconds to wait for the end of what is submitted, at most 60. */
  readonly wait?: number;
  readonly signal?: AbortSignal;
}

/** Runs. A run is named by its run_hash or the first 8 digits or more of it. All throw ApiProblem. */
export interface RunCalls {
  /** Runs a backtest, or finds the same one: `created` says which. */
  submit(config: RunConfig, options?: SubmitOptions): Promise<Submission>;
  /** Says what a run would be. Throws everything that is wrong with the config. */
  validate(config: RunConfig, options?: { readonly signal?: AbortSignal }): Promise<RunCheck>;
  list(query?: QueryOf<'listRuns'>): Promise<RunList>;
  get(run_hash: string): Promise<Run>;
  cancel(run_hash: string): Promise<RunState>;
  remove(run_hash: string): Promise<void>;
  pin(run_hash: string): Promise<RunState>;
  unpin(run_hash: string): Promise<RunState>;
  verify(run_hash: string, options?: { readonly replay?: boolean; readonly signal?: AbortSignal }): Promise<RunVerification>;
  compare(run_hashes: readonly string[], options?: { readonly downsample?: number }): Promise<Comparison>;
  /** What happens to a run, as it happens, until it has ended: each event once, also over broken connections. */
  events(run_hash: string, options?: EventOptions): AsyncGenerator<RunEvent, void, undefined>;
  /** The run once it has ended, however it did. */
  wait(run_hash: string, options?: EventOptions): Promise<Run>;
}

export function runCalls({ rest, send }: Transport): RunCalls {
  const of = (run_hash: string) => ({ params: { path: { run_hash } } });
  const get = (run_hash: string): Promise<Run> => answered(rest.GET('/runs/{run_hash}', of(run_hash)));
  const events: RunCalls['events'] = (run_hash, options) =>
    followEvents(openStream(send, `/runs/${encodeURIComponent(run_hash)}/events`), options);
  return {
    submit: (body, { wait, signal } = {}) => {
      const header = wait === undefined ? {} : { Prefer: `wait=${wait}` };
      return answered(rest.POST('/runs', { params: { header }, body, ...(signal && { signal }) }));
    },
    validate: (body, { signal } = {}) => answered(rest.POST('/runs/validate', { body, ...(signal && { signal }) })),
    list: (query = {}) => answered(rest.GET('/runs', { params: { query } })),
    get,
    cancel: (run_hash) => answered(rest.POST('/runs/{run_hash}/cancel', of(run_hash))),
    async remove(run_hash) {
      await answered(rest.DELETE('/runs/{run_hash}', of(run_hash)));
    },
    pin: (run_hash) => answered(rest.PUT('/runs/{run_hash}/pin', of(run_hash))),
    unpin: (run_hash) => answered(rest.DELETE('/runs/{run_hash}/pin', of(run_hash))),
    verify: (run_hash, { replay = false, signal } = {}) =>
      answered(rest.GET('/runs/{run_hash}/verify', { params: { path: { run_hash }, query: { replay } }, ...(signal && { signal }) })),
    compare: (hash, options = {}) => answered(rest.GET('/runs/compare', { params: { query: { hash: [...hash], ...options } } })),
    events,
    async wait(run_hash, options) {
      for await (const event of events(run_hash, options)) void event;
      return get(run_hash);
    },
  };
}
