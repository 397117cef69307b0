import type { OpenApiDocument } from '../openapi/document.js';
import { eventFrames } from './event-frames.js';
import { schemaCheck } from './schema-check.js';

/** An answer as it came, and to which operation of the document. */
export interface ReceivedAnswer {
  readonly method: string;
  /** As the document has it: `/runs/{run_hash}`. */
  readonly template: string;
  readonly status: number;
  readonly headers: Headers;
  readonly body: Uint8Array;
}

interface Described {
  /** To an answer that many share. */
  readonly $ref?: string;
  readonly headers?: Readonly<Record<string, { readonly $ref: string }>>;
  readonly content?: Readonly<Record<string, object>>;
}

interface Header {
  readonly required?: boolean;
  readonly schema: { readonly type: string };
}

/** What in an answer is not as the document says; empty where it conforms: status, headers, media type, and body under its schema. */
export type Conformity = (answer: ReceivedAnswer) => string[];

export function conformity(document: OpenApiDocument): Conformity {
  const check = schemaCheck(document);
  const { paths, components } = document as {
    readonly paths: Readonly<Record<string, Readonly<Record<string, { readonly responses: Readonly<Record<string, Described>> }>>>>;
    readonly components: { readonly headers: Readonly<Record<string, Header>>; readonly responses: Readonly<Record<string, Described>> };
  };

  return (answer) => {
    const { template, status } = answer;
    const method = answer.method.toLowerCase() === 'head' ? 'get' : answer.method.toLowerCase();
    const described = paths[template]?.[method]?.responses[status];
    if (!described) return [`${answer.method} ${template} is not described with status ${status}: ${textOf(answer)}`];
    const shared = described.$ref?.split('/').slice(1);
    const pointer = shared ?? ['paths', template, method, 'responses', String(status)];
    const own = shared ? components.responses[shared.at(-1)!]! : described;
    return [...headerProblems(answer, own), ...bodyProblems(answer, own, pointer)];
  };

  function headerProblems({ headers }: ReceivedAnswer, described: Described): string[] {
    return Object.keys(described.headers ?? {}).flatMap((name) => {
      const given = headers.get(name);
      const { required = false, schema } = components.headers[name]!;
      if (given === null) return required ? [`the header ${name} is missing`] : [];
      const value = schema.type === 'integer' ? Number(given) : given;
      return check(['components', 'headers', name, 'schema'], value).map((problem) => `header ${name}: ${problem}`);
    });
  }

  function bodyProblems(answer: ReceivedAnswer, { content = {} }: Described, pointer: readonly string[]): string[] {
    const { method, headers, body } = answer;
    const type = headers.get('content-type')?.split(';')[0] ?? '';
    const types = Object.keys(content);
    if (types.length === 0) return body.length === 0 ? [] : [`an empty body is described, not ${textOf(answer)}`];
    if (!types.includes(type)) return [`the media type ${type} is not described, ${types.join(', ')} is`];
    if (method.toLowerCase() === 'head') return body.length === 0 ? [] : ['HEAD has a body'];
    const at = [...pointer, 'content', type, 'schema'];
    if (type === 'text/event-stream') return eventFrames(textOf(answer)).flatMap((event) => check(eventSchema(event), event));
    return /[/+]json$/.test(type) && answer.status !== 206 ? check(at, JSON.parse(textOf(answer))) : [];
  }
}

/** A stream may tell of runs and of sweeps. */
function eventSchema(event: object): readonly string[] {
  return ['components', 'schemas', 'sweep_hash' in event ? 'SweepEvent' : 'RunEvent'];
}

function textOf({ body }: ReceivedAnswer): string {
  return new TextDecoder().decode(body);
}
