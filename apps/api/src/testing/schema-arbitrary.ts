import fc from 'fast-check';
import type { OpenApiDocument } from '../openapi/document.js';

type Schema = Readonly<Record<string, unknown>>;

/** Values for schemas of a document; named ones may be given by hand, where values that fit the schema alone would say little. */
export type SchemaArbitrary = (schema: Schema) => fc.Arbitrary<unknown>;

export function schemaArbitrary(document: OpenApiDocument, given: Readonly<Record<string, fc.Arbitrary<unknown>>> = {}): SchemaArbitrary {
  const { schemas } = document['components'] as { readonly schemas: Readonly<Record<string, Schema>> };
  const made = new Map<string, fc.Arbitrary<unknown>>(Object.entries(given));
  return of;

  function of(schema: Schema): fc.Arbitrary<unknown> {
    const { $ref, const: only, enum: words, oneOf, anyOf } = schema;
    if (typeof $ref === 'string') return named($ref.split('/').at(-1)!);
    if (only !== undefined) return fc.constant(only);
    if (Array.isArray(words)) return fc.constantFrom(...(words as unknown[]));
    const choices = (oneOf ?? anyOf) as readonly Schema[] | undefined;
    return choices ? fc.oneof(...choices.map(of)) : typed(schema);
  }

  function named(name: string): fc.Arbitrary<unknown> {
    const known = made.get(name);
    if (known) return known;
    const fresh = of(schemas[name]!);
    made.set(name, fresh);
    return fresh;
  }

  function typed(schema: Schema): fc.Arbitrary<unknown> {
    switch (schema['type']) {
      case 'object':
        return objectOf(schema);
      case 'array': {
        const { items = {}, minItems: minLength = 0, maxItems = 4 } = schema as { items?: Schema; minItems?: number; maxItems?: number };
        return fc.array(of(items), { minLength, maxLength: Math.min(maxItems, minLength + 3) });
      }
      case 'integer':
        return integerOf(schema);
      case 'number':
        return numberOf(schema);
      case 'string':
        return stringOf(schema);
      case 'boolean':
        return fc.boolean();
      default:
        return fc.jsonValue({ maxDepth: 1 });
    }
  }

  function objectOf({ properties = {}, required = [], additionalProperties }: Schema): fc.Arbitrary<unknown> {
    const entries = Object.entries(properties as Readonly<Record<string, Schema>>);
    const record = fc.record(Object.fromEntries(entries.map(([name, schema]) => [name, of(schema)])), {
      requiredKeys: required as string[],
      noNullPrototype: true,
    });
    if (entries.length > 0 || additionalProperties === false) return record;
    const values =
      typeof additionalProperties === 'object' && additionalProperties !== null ? of(additionalProperties as Schema) : fc.jsonValue();
    return fc.dictionary(fc.string({ minLength: 1, maxLength: 8 }), values, { maxKeys: 3, noNullPrototype: true });
  }
}

interface Range {
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
}

/** Small numbers mostly: they mean something as windows and counts. */
function integerOf({ minimum = -1_000_000, maximum = Number.MAX_SAFE_INTEGER }: Range): fc.Arbitrary<unknown> {
  const near = fc.integer({ min: minimum, max: Math.min(maximum, minimum + 30) });
  return fc.oneof({ weight: 9, arbitrary: near }, { weight: 1, arbitrary: fc.integer({ min: minimum, max: maximum }) });
}

function numberOf({ minimum, maximum, exclusiveMinimum, exclusiveMaximum }: Range): fc.Arbitrary<unknown> {
  const min = minimum ?? exclusiveMinimum ?? -1e9;
  const max = maximum ?? exclusiveMaximum ?? Math.max(min + 1, 1e9);
  const excluded = { minExcluded: exclusiveMinimum !== undefined, maxExcluded: exclusiveMaximum !== undefined };
  return fc.double({ min, max, ...excluded, noNaN: true });
}

function stringOf({ pattern, minLength = 0, maxLength = 20 }: Schema): fc.Arbitrary<unknown> {
  if (typeof pattern === 'string') return fc.stringMatching(new RegExp(pattern));
  return fc.string({ minLength: Number(minLength), maxLength: Math.min(Number(maxLength), Number(minLength) + 20) });
}
