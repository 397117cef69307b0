import { TIMEFRAMES } from '@projecta/candles';
import { type Catalogue, METHOD_ALIASES, runConfigSchema } from '@projecta/engine';
import { array, object, ref, type Schema } from '../route.js';
import { withAliases } from './with-aliases.js';

type Schemas = Readonly<Record<string, Schema>>;

interface RunConfigShape {
  readonly properties: Readonly<Record<string, Schema & { readonly properties?: Schemas }>>;
  readonly $defs: Readonly<Record<string, ParamsShape>>;
}

interface ParamsShape extends Schema {
  readonly properties: Schemas;
  readonly required?: readonly string[];
}

/** A plug-in by name: which parameters it takes follows from the name. */
interface Call {
  readonly kind: keyof Catalogue;
  readonly key: 'name' | 'model';
  readonly description: string;
  /** What an absent name means. */
  readonly otherwise?: string;
  /** What stands beside name and params. */
  readonly further?: Schemas;
}

const FIRST_MS = -62_167_219_200_000;
const LAST_MS = 253_402_300_799_999;
const DAY = '\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])';
const TIME = '([01]\\d|2[0-3]):[0-5]\\d(:[0-5]\\d(\\.\\d{1,3}0*)?)?';
const ZONE = '(Z|[+-]([01]\\d|2[0-3]):[0-5]\\d)';

/**
 * A RunConfig as it may be sent, made from the declarations by which the engine checks it: one schema a plug-in, and every alias beside its
 * canonical name.
 */
export function runConfigSchemas(catalogue: Catalogue): Schemas {
  const shape = runConfigSchema(catalogue) as unknown as RunConfigShape;
  const { properties } = shape;
  const calls = (call: Call): Schema => callSchema(catalogue, shape, call);
  const { model: _model, params: _params, ...risk } = properties['risk']!.properties!;
  const { slippage_model: _slippage, ...execution } = properties['execution']!.properties!;
  const { features, seed } = properties;
  return {
    RunConfig: {
      ...object(
        {
          ...{ symbol: ref('Symbol'), timeframe: ref('Timeframe'), start: ref('Instant'), end: ref('Instant') },
          indicators: { ...array(ref('Indicator')), default: [] },
          ...{ features: features!, strategy: ref('Strategy'), risk: ref('Risk'), execution: ref('Execution') },
          ...{ validation: ref('Validation'), metrics: ref('MetricSettings'), seed: seed! },
        },
        ['indicators', 'features', 'risk', 'execution', 'validation', 'metrics', 'seed'],
      ),
      description: 'What is to be backtested; what is left out has its default. Windows of a `dual_sma` may come from its indicators.',
    },
    Symbol: properties['symbol']!,
    Timeframe: { type: 'string', enum: TIMEFRAMES, description: 'Length of a bar.' },
    Instant: {
      anyOf: [
        { type: 'string', pattern: `^${DAY}(T${TIME}${ZONE})?$` },
        { type: 'integer', minimum: FIRST_MS, maximum: LAST_MS },
      ],
      description:
        'YYYY-MM-DD (midnight UTC), an ISO 8601 instant with its zone, or epoch milliseconds. A run is of the bars that open in [start, end).',
    },
    Indicator: calls({
      kind: 'indicator',
      key: 'name',
      description: 'A feature column to compute; a strategy asks for its own by itself.',
    }),
    Strategy: calls({ kind: 'strategy', key: 'name', description: 'What decides the direction.' }),
    Risk: calls({
      ...{ kind: 'risk_model', key: 'model', otherwise: 'fixed_fraction', further: risk },
      description: 'From a direction to a position, and the exits that protect it.',
    }),
    SlippageModel: calls({
      ...{ kind: 'slippage_model', key: 'model', otherwise: 'none' },
      description: 'How far a fill moves against its order.',
    }),
    Execution: {
      ...allOptional({ ...execution, slippage_model: ref('SlippageModel') }),
      description: 'How orders fill, and what that costs.',
    },
    Validation: validationSchema(catalogue),
    MetricSettings: { ...allOptional(properties['metrics']!.properties!), description: 'How metrics are annualised.' },
    ...Object.fromEntries(Object.entries(shape.$defs).map(([name, params]) => [name, withAliases(params)])),
  };
}

function validationSchema({ validation_method }: Catalogue): Schema {
  const methods = [...validation_method.keys()].map((name) => [name, ref(`validation_method.${name}`)] as const);
  const aliases = [...METHOD_ALIASES].map(([alias, name]) => [
    alias,
    { ...ref(`validation_method.${name}`), deprecated: true, description: `The same as ${name}.` },
  ]);
  const conflicts = [...METHOD_ALIASES].map(([alias, name]) => [alias, { properties: { [name]: false } }]);
  return {
    ...allOptional(Object.fromEntries([...methods, ...aliases])),
    dependentSchemas: Object.fromEntries(conflicts),
    description: 'A key a method; {} takes its defaults, an absent one does not run. causality always runs.',
  };
}

function callSchema(catalogue: Catalogue, { $defs }: RunConfigShape, call: Call): Schema {
  const { kind, key, description, otherwise, further = {} } = call;
  const oneOf = [...catalogue[kind].keys()].map((name) => {
    const mayBeLeftOut = [
      ...Object.keys(further),
      ...(name === otherwise ? [key] : []),
      ...(($defs[`${kind}.${name}`]!.required ?? []).length === 0 ? ['params'] : []),
    ];
    return { title: name, ...object({ [key]: { type: 'string', const: name }, params: ref(`${kind}.${name}`), ...further }, mayBeLeftOut) };
  });
  return { description, oneOf };
}

function allOptional(properties: Schemas): Schema {
  return object(properties, Object.keys(properties));
}
