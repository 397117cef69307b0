import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { checkParams } from './check-params.js';
import { choice, flag, grid, int, list, type Params, real, text } from './param.js';
import { paramsSchema, type ParamSchema } from './params-schema.js';
import { windowOf } from './window.js';

const EVERY = {
  window: windowOf(20),
  needed: int({ min: 2, max: 9 }),
  length: real({ min: 1, word: 'auto', default: 'auto', unit: 'bars' }),
  share: real({ exclusiveMin: 0, exclusiveMax: 1, default: 0.5, description: 'A share.' }),
  stop: real({ exclusiveMin: 0, optional: true }),
  on: flag({ default: true }),
  rule: text({ maxLength: 8, default: 'x' }),
  long: text({ format: 'expression', optional: true }),
  mode: choice(['a', 'b'], { default: 'a' }),
  metrics: list({ choices: ['sharpe', 'cagr'], default: ['sharpe'] }),
  grid: grid({ description: 'Values to try.' }),
} satisfies Params;

describe('the JSON Schema of parameters', () => {
  test('says everything that the declarations say', () => {
    expect(paramsSchema(EVERY)).toEqual({
      type: 'object',
      required: ['needed'],
      additionalProperties: false,
      properties: {
        window: {
          type: 'integer',
          minimum: 1,
          maximum: 100_000,
          default: 20,
          description: 'How many bars the window covers.',
          'x-unit': 'bars',
          'x-aliases': ['length', 'n', 'period', 'timeperiod'],
        },
        needed: { type: 'integer', minimum: 2, maximum: 9 },
        length: { anyOf: [{ type: 'number', minimum: 1 }, { const: 'auto' }], default: 'auto', 'x-unit': 'bars' },
        share: { type: 'number', exclusiveMinimum: 0, exclusiveMaximum: 1, default: 0.5, description: 'A share.' },
        stop: { type: 'number', exclusiveMinimum: 0 },
        on: { type: 'boolean', default: true },
        rule: { type: 'string', maxLength: 8, default: 'x' },
        long: { type: 'string', maxLength: 4096, 'x-format': 'expression' },
        mode: { type: 'string', enum: ['a', 'b'], default: 'a' },
        metrics: {
          type: 'array',
          items: { type: 'string', enum: ['sharpe', 'cagr'] },
          minItems: 1,
          uniqueItems: true,
          default: ['sharpe'],
        },
        grid: { type: 'object', additionalProperties: { type: 'array', minItems: 1 }, description: 'Values to try.' },
      },
    });
  });
  test('of no parameters is an empty object', () => {
    expect(paramsSchema({})).toEqual({ type: 'object', properties: {}, required: [], additionalProperties: false });
  });
  test('is plain JSON', () => expect(JSON.parse(JSON.stringify(paramsSchema(EVERY)))).toEqual(paramsSchema(EVERY)));
});

test('schema and check agree on every value', () => {
  const values = fc.oneof(
    fc.integer({ min: -2, max: 12 }),
    fc.double(),
    fc.boolean(),
    fc.constantFrom('auto', 'a', 'c', '', 'sharpe', 'long text'),
    fc.array(fc.constantFrom('sharpe', 'cagr', 'x'), { maxLength: 3 }),
    fc.constant(null),
  );
  const { window: _window, grid: _grid, ...checked } = EVERY; // aliases are not in the schema, nor what a grid's values are
  const { properties } = paramsSchema(checked);
  fc.assert(
    fc.property(fc.constantFrom(...Object.keys(checked)), values, (name, value) => {
      const { problems } = checkParams(checked, { needed: 5, [name]: value }, '');
      expect(problems.length === 0).toBe(satisfies(properties[name]!, value));
    }),
    { numRuns: 2000 },
  );
});

/** As much of JSON Schema as the declarations use. */
function satisfies(schema: ParamSchema, value: unknown): boolean {
  const { type, anyOf, minimum, maximum, exclusiveMinimum, exclusiveMaximum, maxLength, items, uniqueItems } = schema as Record<
    string,
    never
  >;
  if (anyOf) return (anyOf as ParamSchema[]).some((one) => ('const' in one ? one['const'] === value : satisfies(one, value)));
  if (schema['enum'] && !(schema['enum'] as unknown[]).includes(value)) return false;
  if (type === 'boolean') return typeof value === 'boolean';
  if (type === 'string') return typeof value === 'string' && value.length <= (maxLength ?? Infinity);
  if (type === 'array') {
    if (!Array.isArray(value) || value.length === 0 || (uniqueItems && new Set(value).size < value.length)) return false;
    return value.every((one) => satisfies(items as unknown as ParamSchema, one));
  }
  if (typeof value !== 'number' || !Number.isFinite(value) || (type === 'integer' && !Number.isInteger(value))) return false;
  return (
    value >= (minimum ?? -Infinity) &&
    value <= (maximum ?? Infinity) &&
    value > (exclusiveMinimum ?? -Infinity) &&
    value < (exclusiveMaximum ?? Infinity)
  );
}
