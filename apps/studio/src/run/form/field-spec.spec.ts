import { describe, expect, test } from '@jest/globals';
import { catalogueOf, runConfigSchema } from '@projecta/engine';
import type { JsonObject } from '../config/json.js';
import { describedAt, fieldsOf, labelOf } from './field-spec.js';

const SCHEMA = JSON.parse(JSON.stringify(runConfigSchema(catalogueOf()))) as JsonObject;
const DEFINITIONS = Object.entries(SCHEMA['$defs'] as Readonly<Record<string, JsonObject>>);

/** What is named by a select of its own. */
const PLUGINS = ['model', 'params', 'slippage_model'];

const namesOf = (schema: JsonObject): readonly string[] =>
  Object.keys((schema['properties'] ?? {}) as JsonObject).filter((name) => !PLUGINS.includes(name));

const shapeOf = (schema: JsonObject, name: string) => fieldsOf(schema).find((field) => field.name === name);

describe('the fields of a schema', () => {
  test.each(DEFINITIONS)('leave no parameter of %s out', (_name, schema) => {
    expect(fieldsOf(schema).map(({ name }) => name)).toEqual(namesOf(schema));
  });
  test.each(['risk', 'execution', 'metrics'])('leave nothing of %s out', (part) => {
    const schema = describedAt(SCHEMA, part);
    const names = fieldsOf(schema).map(({ name }) => name);
    expect(names.length).toBeGreaterThan(1);
    expect(names.filter((name) => !PLUGINS.includes(name))).toEqual(namesOf(schema));
  });
  test('have their unit, help and default from it', () => {
    const execution = describedAt(SCHEMA, 'execution');
    expect(shapeOf(execution, 'fee_bps')).toEqual({
      ...{ name: 'fee_bps', label: 'Fee', help: 'Fee on notional.', unit: 'bps', fallback: 0, isRequired: false },
      shape: { kind: 'number', isWhole: false, min: 0 },
    });
  });
  test('of nothing are none', () => {
    expect([fieldsOf(undefined), fieldsOf({}), fieldsOf({ properties: { odd: { type: 'null' } } })]).toEqual([[], [], []]);
  });
});

describe('a value', () => {
  const of = (name: string): JsonObject => Object.fromEntries(DEFINITIONS)[name]!;
  test('may be a number or a word', () => {
    expect(shapeOf(of('validation_method.block_bootstrap'), 'block_length')?.shape).toEqual({
      kind: 'number_or_word',
      word: 'auto',
      min: 1,
    });
  });
  test('may be some words of a list', () => {
    expect(shapeOf(of('validation_method.block_bootstrap'), 'metrics')?.shape).toMatchObject({ kind: 'choices' });
  });
  test('may be a word, or an object with a number', () => {
    const shape = { kind: 'choice_or_number', options: ['on_change', 'every_bar'], key: 'band' };
    expect(shapeOf(describedAt(SCHEMA, 'risk'), 'rebalance')?.shape).toEqual(shape);
  });
  test('may be an expression', () => {
    expect(shapeOf(of('strategy.rules'), 'long')).toMatchObject({ isRequired: true, shape: { kind: 'text', isExpression: true } });
  });
  test('may be lists by name', () => {
    expect(shapeOf(of('validation_method.walk_forward'), 'grid')?.shape).toEqual({ kind: 'grid' });
  });
});

test('a name is written as a person would', () => {
  expect(['fee_per_unit', 'fee_bps'].map(labelOf)).toEqual(['Fee per unit', 'Fee']);
});

test('a unit that ends the label is said once', () => {
  const [cash, trials] = fieldsOf({
    properties: { initial_cash: { type: 'number', 'x-unit': 'cash' }, samples: { type: 'integer', 'x-unit': 'trials' } },
  });
  expect([cash?.unit, trials?.unit]).toEqual([undefined, 'trials']);
});
