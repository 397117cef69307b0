import fc from 'fast-check';
import type { Media, Parameter, RouteDoc } from '../openapi/route.js';
import { type Call, withJson } from './checked-calls.js';
import type { SchemaArbitrary } from './schema-arbitrary.js';

export interface CallOptions {
  readonly of: SchemaArbitrary;
  /** Values for parameters of path and query, by name: some that are there. */
  readonly known: Readonly<Record<string, fc.Arbitrary<string>>>;
}

/** What no schema is meant to let through. */
const JUNK = fc.oneof(
  fc.constantFrom<unknown>(null, '', ' ', '__proto__', '../..', -1, 1e300, true, [], {}, '\u0000', '𝕏', { constructor: 1 }),
  fc.jsonValue({ maxDepth: 2 }),
);
const TEXT = fc.oneof(fc.constantFrom('', '0', '-1', 'true', 'nope', '%00', '../x', "' OR 1=1 --", '💥'), fc.string({ maxLength: 12 }));

/** Requests to an operation: most as the document describes them, the others with one thing changed. */
export function callArbitrary(route: RouteDoc, options: CallOptions): fc.Arbitrary<Call> {
  const { method, path, parameters = [] } = route;
  const at = (place: Parameter['in']): readonly Parameter[] => parameters.filter((one) => one.in === place);
  return fc
    .record({
      path: pathOf(at('path'), options),
      query: queryOf(at('query'), options),
      headers: headersOf(at('header'), options),
      body: bodyOf(route, options),
    })
    .map(({ body, ...rest }) => ({ method, template: path, ...rest, ...body, headers: { ...rest.headers, ...body.headers } }));
}

function pathOf(parameters: readonly Parameter[], { of, known }: CallOptions): fc.Arbitrary<Record<string, string>> {
  const values = parameters.map(({ name, schema }) => [
    name,
    fc
      .oneof(
        { weight: 4, arbitrary: known[name] ?? of(schema).map(String) },
        { weight: 1, arbitrary: of(schema).map(String) },
        { weight: 1, arbitrary: TEXT },
      )
      .filter((text) => !/^\.{0,2}$/.test(text)), // those are other addresses
  ]);
  return fc.record(Object.fromEntries(values) as Record<string, fc.Arbitrary<string>>, { noNullPrototype: true });
}

function queryOf(parameters: readonly Parameter[], { of, known }: CallOptions): fc.Arbitrary<[string, string][]> {
  const fitting = fc.tuple(
    ...parameters.map(({ name, schema, required = false }) => {
      const some = known[name] && fc.array(known[name], { minLength: 1, maxLength: 3 });
      const values = some ? fc.oneof({ weight: 3, arbitrary: some }, { weight: 1, arbitrary: of(schema) }) : of(schema);
      const pairs = values.map((value) => [value].flat().map((one): [string, string] => [name, String(one)]));
      return required ? fc.oneof({ weight: 9, arbitrary: pairs }, { weight: 1, arbitrary: fc.constant([]) }) : optional(pairs);
    }),
  );
  const names = fc.constantFrom('nope', ...parameters.map(({ name }) => name));
  const further = fc.oneof(
    { weight: 7, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: fc.tuple(names, TEXT).map((pair) => [pair]) },
  );
  return fc.tuple(fitting, further).map(([pairs, more]) => [...pairs.flat(), ...more]);
}

function optional(pairs: fc.Arbitrary<[string, string][]>): fc.Arbitrary<[string, string][]> {
  return fc.oneof({ weight: 2, arbitrary: fc.constant<[string, string][]>([]) }, { weight: 1, arbitrary: pairs });
}

function headersOf(parameters: readonly Parameter[], { of }: CallOptions): fc.Arbitrary<Record<string, string>> {
  const values = parameters.map(({ name, schema, example }) => {
    const fitting = of(schema).map(String).filter(isHeaderValue);
    return [name, example === undefined ? fitting : fc.oneof(fitting, fc.constant(String(example)))];
  });
  return fc
    .record(Object.fromEntries(values) as Record<string, fc.Arbitrary<string>>, { requiredKeys: [], noNullPrototype: true })
    .map((headers) => ({ ...headers }) as Record<string, string>);
}

function isHeaderValue(text: string): boolean {
  return /^[\x21-\x7e]*$/.test(text);
}

function bodyOf({ body }: RouteDoc, { of }: CallOptions): fc.Arbitrary<Pick<Call, 'body' | 'headers'>> {
  if (!body) return fc.constant({});
  const described = Object.entries(body.content).map(([type, media]) => mediaOf(type, media, of));
  const wrong = fc.constantFrom<Pick<Call, 'body' | 'headers'>>(
    {},
    { headers: { 'Content-Type': 'application/json' }, body: '{"a":' },
    { headers: { 'Content-Type': 'text/plain' }, body: 'a' },
  );
  return fc.oneof({ weight: 9, arbitrary: fc.oneof(...described) }, { weight: 1, arbitrary: wrong });
}

function mediaOf(type: string, { schema, examples = {} }: Media, of: SchemaArbitrary): fc.Arbitrary<Pick<Call, 'body' | 'headers'>> {
  const shown = Object.values(examples).map(({ value }) => fc.constant(value));
  const base = fc.oneof(of(schema), ...shown);
  if (type !== 'application/json') return base.map((body) => ({ headers: { 'Content-Type': type }, body: String(body) }));
  const changed = fc
    .tuple(base, fc.array(fc.nat(), { minLength: 1, maxLength: 4 }), JUNK)
    .map(([value, way, junk]) => replaced(value, way, junk));
  const value = fc.oneof({ weight: 2, arbitrary: base }, { weight: 1, arbitrary: changed });
  return value.map((json) => {
    const { headers, body } = withJson({ method: 'post', template: '' }, json);
    return { headers: headers ?? {}, body: body! };
  });
}

/** A value with the part at the end of a way through it replaced. */
function replaced(value: unknown, [step, ...rest]: readonly number[], junk: unknown): unknown {
  if (step === undefined || typeof value !== 'object' || value === null) return junk;
  const keys = Object.keys(value);
  if (keys.length === 0) return junk;
  const key = keys[step % keys.length]!;
  const part = (value as Record<string, unknown>)[key];
  const other = rest.length > 0 ? replaced(part, rest, junk) : junk;
  if (Array.isArray(value)) return value.map((one: unknown, i) => (String(i) === key ? other : one));
  return { ...value, [key]: other };
}
