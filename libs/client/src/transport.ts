import createFetchClient, { type Client } from 'openapi-fetch';
import type { paths } from './schema.generated.js';

export interface ClientOptions {
  /** Of the service: `http://127.0.0.1:8000`, or `''` in a page that the service itself serves. */
  readonly baseUrl: string;
  /** PROJECTA_API_TOKEN, where the service has one. */
  readonly token?: string;
  /** Instead of the global one. */
  readonly fetch?: (request: Request) => Promise<Response>;
}

/** How calls reach the service. */
export interface Transport {
  /** Every call of the document, typed by it. */
  readonly rest: Client<paths>;
  /** A request with the token, to a path such as `/runs`. */
  send(path: string, init: RequestInit): Promise<Response>;
}

export function transport({ baseUrl, token, fetch: given }: ClientOptions): Transport {
  const base = baseUrl.replace(/\/+$/, '');
  const headers = token === undefined ? {} : { Authorization: `Bearer ${token}` };
  const send = given ?? ((request: Request) => globalThis.fetch(request));
  return {
    rest: createFetchClient<paths>({ baseUrl: base, headers, fetch: send }),
    send: (path, init) => send(new Request(`${base}${path}`, { ...init, headers: { ...headers, ...(init.headers as object) } })),
  };
}
