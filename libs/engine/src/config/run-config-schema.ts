import { TIMEFRAMES } from '@projecta/candles';
import { type ParamSchema, paramsSchema, type ParamsSchema } from '@projecta/plugin';
import type { Catalogue } from '../catalogue.js';
import { configParams } from './config-params.js';
import { EXECUTION, METRIC_SETTINGS, RISK, TOP } from './settings.js';

/** A JSON Schema (2020-12). */
export type JsonSchema = Readonly<Record<string, unknown>>;

/**
 * The JSON Schema of a RunConfig with the plug-ins of a catalogue, from which forms are drawn and editors complete. Parameters of plug-ins
 * stand under `$defs`, as `kind.name`. It knows canonical names only: the aliases that are taken besides stand there as `x-aliases`.
 */
export function runConfigSchema(catalogue: Catalogue): JsonSchema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'RunConfig',
    ...object({ ...places(), ...calls(catalogue), ...paramsSchema(TOP).properties, ...metrics() }, [
      'symbol',
      'timeframe',
      'start',
      'end',
      'strategy',
    ]),
    $defs: definitions(catalogue),
  };
}

/** Which candles. */
function places(): Record<string, JsonSchema> {
  return {
    symbol: {
      type: 'string',
      pattern: '^(?!(.*/)?\\.{0,2}(/|$))[A-Za-z0-9._\\-/:]{1,64}$',
      description: 'Of a data set, or TEST, which makes its own candles. No segment may be empty, "." or "..".',
    },
    timeframe: { type: 'string', enum: TIMEFRAMES, description: 'Length of a bar.' },
    start: instant('The first bar may open then.'),
    end: instant('No bar opens then or later.'),
  };
}

function instant(description: string): JsonSchema {
  const rule = 'YYYY-MM-DD (midnight UTC), an ISO 8601 instant with its zone, or epoch milliseconds.';
  return { anyOf: [{ type: 'string' }, { type: 'integer' }], description: `${description} ${rule}` };
}

/** Everything that names plug-ins. */
function calls(catalogue: Catalogue): Record<string, JsonSchema> {
  const slippage = call(catalogue, { kind: 'slippage_model', key: 'model', fallback: 'none' });
  const methods = Object.fromEntries([...catalogue.validation_method.keys()].map((name) => [name, reference('validation_method', name)]));
  return {
    indicators: {
      type: 'array',
      items: call(catalogue, { kind: 'indicator', key: 'name' }),
      default: [],
      description: 'Feature columns to compute; a strategy asks for what it needs by itself.',
    },
    strategy: { ...call(catalogue, { kind: 'strategy', key: 'name' }), description: 'What decides the direction.' },
    risk: {
      ...call(
        catalogue,
        { kind: 'risk_model', key: 'model', fallback: 'fixed_fraction' },
        { ...paramsSchema(RISK).properties, rebalance: REBALANCE },
      ),
      description: 'From a direction to a position, and the exits that protect it.',
    },
    execution: {
      ...object({ ...paramsSchema(EXECUTION).properties, slippage_model: slippage }),
      description: 'How orders fill, and what that costs.',
    },
    validation: { ...object(methods), default: {}, description: 'A key a method; {} takes its defaults.' },
  };
}

function metrics(): Record<string, JsonSchema> {
  return { metrics: { ...object(paramsSchema(METRIC_SETTINGS).properties), description: 'How metrics are annualised.' } };
}

const REBALANCE: JsonSchema = {
  anyOf: [{ type: 'string', enum: ['on_change', 'every_bar'] }, object({ band: { type: 'number', minimum: 0 } }, ['band'])],
  default: 'on_change',
  description: 'When a position is brought to its target weight: when the direction changes, on every bar, or when it is off by a band.',
};

interface Call {
  readonly kind: keyof Catalogue;
  readonly key: 'name' | 'model';
  /** What an absent name means; required where there is none. */
  readonly fallback?: string;
}

/** `{name, params}` or `{model, params}`, with further fields; which parameters there are follows from the name. */
function call(catalogue: Catalogue, { kind, key, fallback }: Call, further: Readonly<Record<string, unknown>> = {}): JsonSchema {
  const names = [...catalogue[kind].keys()];
  const name = { type: 'string', enum: names, ...(fallback !== undefined && { default: fallback }) };
  const rules = names.map((one) => ({
    if: { properties: { [key]: { const: one } }, ...(one !== fallback && { required: [key] }) },
    then: { properties: { params: reference(kind, one) }, ...(needsParams(catalogue, kind, one) && { required: ['params'] }) },
  }));
  return { ...object({ [key]: name, params: { type: 'object' }, ...further }, fallback === undefined ? [key] : []), allOf: rules };
}

function needsParams(catalogue: Catalogue, kind: keyof Catalogue, name: string): boolean {
  return schemaOf(catalogue, kind, name).required.length > 0;
}

function definitions(catalogue: Catalogue): Record<string, ParamsSchema> {
  const kinds = Object.keys(catalogue) as (keyof Catalogue)[];
  const all = kinds.flatMap((kind) =>
    [...catalogue[kind].keys()].map((name) => [`${kind}.${name}`, schemaOf(catalogue, kind, name)] as const),
  );
  return Object.fromEntries(all);
}

function schemaOf(catalogue: Catalogue, kind: keyof Catalogue, name: string): ParamsSchema {
  return paramsSchema(configParams(catalogue[kind].get(name)!));
}

function reference(kind: keyof Catalogue, name: string): JsonSchema {
  return { $ref: `#/$defs/${kind}.${name}` };
}

function object(properties: Readonly<Record<string, ParamSchema | JsonSchema | unknown>>, required: readonly string[] = []): JsonSchema {
  return { type: 'object', properties, ...(required.length > 0 && { required }), additionalProperties: false };
}
