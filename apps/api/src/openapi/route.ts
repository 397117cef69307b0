import type { ErrorCode } from '@projecta/errors';

/** A JSON Schema (2020-12), or a reference to one of the document's. */
export type Schema = Readonly<Record<string, unknown>>;

/** A parameter of a path, a query or a header. */
export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly description: string;
  readonly required?: boolean;
  readonly schema: Schema;
  readonly example?: unknown;
  /** A query parameter that may stand several times. */
  readonly explode?: boolean;
}

/** A body or an answer by media type. */
export interface Media {
  readonly schema: Schema;
  readonly examples?: Readonly<Record<string, { readonly summary: string; readonly value: unknown }>>;
}

export interface Answer {
  readonly description: string;
  readonly content?: Readonly<Record<string, Media>>;
  /** Names of headers of the document's own list. */
  readonly headers?: readonly string[];
}

/** A code that a route may answer, where its status is another than the code's own, with that. */
export type ProblemDoc = ErrorCode | readonly [ErrorCode, number];

/** One route as the document describes it. */
export interface RouteDoc {
  readonly method: 'get' | 'post' | 'put' | 'delete';
  readonly path: string;
  readonly id: string;
  readonly tag: string;
  readonly summary: string;
  readonly description?: string;
  readonly parameters?: readonly Parameter[];
  readonly body?: { readonly required: boolean; readonly description: string; readonly content: Readonly<Record<string, Media>> };
  readonly answers: Readonly<Record<number, Answer>>;
  /** The codes it may answer beside those that every route may. */
  readonly problems?: readonly ProblemDoc[];
  /** Needs no token. */
  readonly isOpen?: boolean;
}

/** A reference to a schema of the document. */
export function ref(name: string): Schema {
  return { $ref: `#/components/schemas/${name}` };
}

/** A JSON answer or body of a schema, with one example. */
export function json(schema: Schema, example?: unknown, summary = 'Example'): Readonly<Record<string, Media>> {
  return { 'application/json': { schema, ...(example !== undefined && { examples: { example: { summary, value: example } } }) } };
}

/** An object with these properties, all of them there unless they are named as optional, and no others. */
export function object(properties: Readonly<Record<string, Schema>>, optional: readonly string[] = []): Schema {
  const required = Object.keys(properties).filter((name) => !optional.includes(name));
  return { type: 'object', properties, required, additionalProperties: false };
}

export function array(items: Schema): Schema {
  return { type: 'array', items };
}

export function nullable(schema: Schema): Schema {
  return { anyOf: [schema, { type: 'null' }] };
}

/** An object with any keys, whose values are of one kind. */
export function mapOf(values: Schema): Schema {
  return { type: 'object', additionalProperties: values };
}

export function described(schema: Schema, description: string): Schema {
  return { ...schema, description };
}

export function words(...allowed: readonly string[]): Schema {
  return { type: 'string', enum: allowed };
}

/** A whole number in a range. */
export function whole(minimum: number, maximum?: number, otherwise?: number): Schema {
  return { type: 'integer', minimum, ...(maximum !== undefined && { maximum }), ...(otherwise !== undefined && { default: otherwise }) };
}

export const STRING: Schema = { type: 'string' };
export const NUMBER: Schema = { type: 'number' };
export const INTEGER: Schema = { type: 'integer' };
export const BOOLEAN: Schema = { type: 'boolean' };
export const HASH: Schema = { type: 'string', pattern: '^[0-9a-f]{64}$' };
export const INSTANT: Schema = { type: 'string', format: 'date-time' };
export const EPOCH_MS: Schema = { type: 'integer', description: 'Epoch milliseconds.' };
/** A file's content. */
export const BYTES: Schema = { type: 'string', format: 'binary' };
