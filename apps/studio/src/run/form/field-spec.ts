import { isObject, type Json, type JsonObject } from '../config/json.js';

/** What a value may be. */
export type Shape =
  | { readonly kind: 'number'; readonly isWhole: boolean; readonly min?: number; readonly max?: number }
  /** A number, or a word in its place. */
  | { readonly kind: 'number_or_word'; readonly word: string; readonly min?: number }
  | { readonly kind: 'flag' }
  | { readonly kind: 'choice'; readonly options: readonly string[] }
  /** One of some words, or an object with one number under a key. */
  | { readonly kind: 'choice_or_number'; readonly options: readonly string[]; readonly key: string }
  | { readonly kind: 'choices'; readonly options: readonly string[] }
  | { readonly kind: 'text'; readonly isExpression: boolean }
  /** Lists of values by name. */
  | { readonly kind: 'grid' };

/** A field of a form, as its JSON Schema tells it. */
export interface FieldSpec {
  readonly name: string;
  readonly label: string;
  readonly help: string | undefined;
  readonly unit: string | undefined;
  /** What it is when it is left out; undefined where it has to be given, or may be missing. */
  readonly fallback: Json | undefined;
  readonly isRequired: boolean;
  readonly shape: Shape;
}

/** The fields of an object's JSON Schema, in its order; what a form has no control for is left to the JSON view. */
export function fieldsOf(schema: unknown): readonly FieldSpec[] {
  if (!isObject(schema) || !isObject(schema['properties'])) return [];
  const required = Array.isArray(schema['required']) ? (schema['required'] as readonly Json[]) : [];
  return Object.entries(schema['properties']).flatMap(([name, property]) => {
    const shape = isObject(property) ? shapeOf(property) : undefined;
    if (!shape) return [];
    const { description, default: fallback, 'x-unit': unit } = property as JsonObject;
    const label = labelOf(name);
    const said = textOf(unit);
    const isInLabel = said !== undefined && label.toLowerCase().endsWith(said);
    const told = { name, label, help: textOf(description), unit: isInLabel ? undefined : said };
    return [{ ...told, fallback, isRequired: required.includes(name), shape }];
  });
}

/** A name as a person writes it: `fee_per_unit` is "Fee per unit". What it is counted in is said by its unit. */
export function labelOf(name: string): string {
  const words = name.replace(/_(bps|pct)$/, '').replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The description of a schema's property. */
export function describedAt(schema: JsonObject, ...path: readonly string[]): JsonObject {
  const found = path.reduce<Json | undefined>(
    (at, name) => (isObject(at) && isObject(at['properties']) ? at['properties'][name] : undefined),
    schema,
  );
  return isObject(found) ? found : {};
}

function shapeOf(schema: JsonObject): Shape | undefined {
  if (Array.isArray(schema['anyOf'])) return eitherOf(schema['anyOf'] as readonly Json[]);
  switch (schema['type']) {
    case 'integer':
    case 'number':
      return { kind: 'number', isWhole: schema['type'] === 'integer', ...rangeOf(schema) };
    case 'boolean':
      return { kind: 'flag' };
    case 'string':
      return choiceOf(schema) ?? { kind: 'text', isExpression: schema['x-format'] === 'expression' };
    case 'array':
      return isObject(schema['items']) ? choicesOf(schema['items']) : undefined;
    case 'object':
      return isObject(schema['additionalProperties']) ? { kind: 'grid' } : undefined;
    default:
      return undefined;
  }
}

function eitherOf(branches: readonly Json[]): Shape | undefined {
  const [first, second] = branches;
  if (!isObject(first) || !isObject(second)) return undefined;
  if (first['type'] === 'number' && typeof second['const'] === 'string') {
    const { min } = rangeOf(first);
    return { kind: 'number_or_word', word: second['const'], ...(min !== undefined && { min }) };
  }
  const choice = choiceOf(first);
  const [key, ...others] = isObject(second['properties']) ? Object.keys(second['properties']) : [];
  if (!choice || key === undefined || others.length > 0) return undefined;
  return { kind: 'choice_or_number', options: choice.options, key };
}

function choiceOf(schema: JsonObject): Extract<Shape, { readonly kind: 'choice' }> | undefined {
  if (!Array.isArray(schema['enum'])) return undefined;
  return { kind: 'choice', options: (schema['enum'] as readonly Json[]).map(String) };
}

function choicesOf(items: JsonObject): Shape | undefined {
  const choice = choiceOf(items);
  return choice && { kind: 'choices', options: choice.options };
}

function rangeOf(schema: JsonObject): { readonly min?: number; readonly max?: number } {
  const min = schema['minimum'] ?? schema['exclusiveMinimum'];
  const max = schema['maximum'] ?? schema['exclusiveMaximum'];
  return { ...(typeof min === 'number' && { min }), ...(typeof max === 'number' && { max }) };
}

/** A text of a schema for a form, which shows no code marks. */
function textOf(value: Json | undefined): string | undefined {
  return typeof value === 'string' ? value.replaceAll('`', '') : undefined;
}
