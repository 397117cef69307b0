import type { RunningServer } from './running-server.js';

export type Body = Record<string, unknown> & { readonly run_hash: string; readonly sweep_hash: string };

/** An answer whose body is JSON. */
export interface Answer<T = Body> {
  readonly status: number;
  readonly body: T;
  readonly headers: Headers;
}

/** The calls of runs, as specs make them. */
export interface RunsApi {
  json<T = Body>(path: string, init?: RequestInit): Promise<Answer<T>>;
  post(config: unknown, headers?: Readonly<Record<string, string>>, path?: string): Promise<Answer>;
  /** Posts, and waits for the end. */
  waited(config: unknown): Promise<Answer>;
  show(run_hash: string): Promise<Answer>;
  cancel(run_hash: string): Promise<Answer>;
}

export function apiOf(server: () => RunningServer): RunsApi {
  const answer = async <T>(response: Promise<Response>): Promise<Answer<T>> => {
    const got = await response;
    return { status: got.status, body: (await got.json()) as T, headers: got.headers };
  };
  const json = <T = Body>(path: string, init?: RequestInit): Promise<Answer<T>> => answer(server().fetch(path, init));
  return {
    json,
    post: (config, headers = {}, path = '/runs') => answer(server().post(path, config, headers)),
    waited: (config) => answer(server().post('/runs', config, { Prefer: 'wait=30' })),
    show: (run_hash) => json(`/runs/${run_hash}`),
    cancel: (run_hash) => json(`/runs/${run_hash}/cancel`, { method: 'POST' }),
  };
}
