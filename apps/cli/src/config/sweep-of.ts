import type { JsonValue } from '@projecta/hashing';
import { applySettings } from './apply-settings.js';
import { gridOptions, randomOptions } from './axis-options.js';

/** The options that say what is searched for, and how. */
export interface SearchOptions {
  readonly set?: readonly string[];
  readonly grid?: readonly string[];
  readonly random?: readonly string[];
  readonly trials?: number;
  readonly objective?: string;
  readonly overfitting?: true;
}

type JsonObject = Readonly<Record<string, JsonValue>>;

/**
 * The sweep that a command line asks for: a sweep document `{base, grid | random, …}` or a RunConfig as its base, with the options put over it.
 * `--set` changes the base. What does not fit together is left for the engine to say.
 * @throws ValidationFailed for options that cannot be read
 */
export function sweepOf(written: JsonValue, options: SearchOptions): JsonValue {
  const { set = [], grid = [], random = [], trials, objective, overfitting } = options;
  const document = isObject(written) && 'base' in written ? written : { base: written };
  const drawn = { ...randomOptions(random), ...(trials !== undefined && { trials }) };
  return {
    ...document,
    base: applySettings(document['base']!, set),
    ...(grid.length > 0 && { grid: { ...partOf(document, 'grid'), ...gridOptions(grid) } }),
    ...(Object.keys(drawn).length > 0 && { random: { ...partOf(document, 'random'), ...drawn } }),
    ...(objective !== undefined && { objective }),
    ...(overfitting && { overfitting: document['overfitting'] ?? {} }),
  };
}

function partOf(document: JsonObject, key: string): JsonObject {
  const part = document[key];
  return isObject(part) ? part : {};
}

function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
