import { catalogueOf } from '@projecta/engine';
import { type OpenApiDocument, openApiDocument } from '../openapi/document.js';
import { conformity } from './conforms.js';

/** A request to an operation of the document. */
export interface Call {
  readonly method: 'get' | 'head' | 'post' | 'put' | 'delete';
  /** As the document has it: `/runs/{run_hash}`. */
  readonly template: string;
  readonly path?: Readonly<Record<string, string>>;
  /** In their order; a name may stand several times. */
  readonly query?: readonly (readonly [string, string])[];
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as it is, with the type of the headers. */
  readonly body?: string | Uint8Array<ArrayBuffer>;
}

export interface CheckedAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** Undefined where the body is none. */
  readonly json: unknown;
  /** What in it is not as the document says. */
  readonly problems: readonly string[];
}

export type CheckedCalls = (call: Call) => Promise<CheckedAnswer>;

const PATIENCE_MS = 30_000;

/** Calls a server and checks every answer by the document. An event stream is read to its end. */
export function checkedCalls(url: string, document: OpenApiDocument = openApiDocument(catalogueOf(), '0.1.0')): CheckedCalls {
  const problemsOf = conformity(document);
  return async (call) => {
    const { method, template, headers: given = {}, body } = call;
    const init = { method: method.toUpperCase(), headers: { ...given }, signal: AbortSignal.timeout(PATIENCE_MS) };
    const answer = await fetch(`${url}${addressOf(call)}`, body === undefined ? init : { ...init, body });
    const { status, headers } = answer;
    const bytes = new Uint8Array(await answer.arrayBuffer());
    const text = new TextDecoder().decode(bytes);
    const problems = problemsOf({ method, template, status, headers, body: bytes });
    return { status, headers, text, problems, json: jsonOf(headers, text) };
  };
}

/** A call with a JSON body. */
export function withJson(call: Call, value: unknown): Call {
  return { ...call, headers: { 'Content-Type': 'application/json', ...call.headers }, body: JSON.stringify(value) };
}

/** Path and query of a call. */
export function addressOf({ template, path = {}, query = [] }: Call): string {
  const filled = template.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(path[name] ?? ''));
  const asked = query.map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`).join('&');
  return asked === '' ? filled : `${filled}?${asked}`;
}

function jsonOf(headers: Headers, text: string): unknown {
  if (!/[/+]json/.test(headers.get('content-type') ?? '')) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // a part of a file
  }
}
