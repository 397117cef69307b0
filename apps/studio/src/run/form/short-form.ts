import { type Draft, isObject, type Json } from '../config/json.js';
import { pointerOf, valueAt, withValue } from '../config/pointer.js';
import { asDay } from '../panels/span.js';
import type { FieldSpec } from './field-spec.js';
import { type Forms, only, type PluginForm } from './forms.js';

/** The order in which one reads a config. */
const ORDER = [
  'symbol',
  'timeframe',
  'start',
  'end',
  'strategy',
  'indicators',
  'features',
  'risk',
  'execution',
  'validation',
  'metrics',
  'seed',
];

/** A config that means the same and says less: without what holds anyway, with days for midnights, in the order in which one reads it. */
export function shortForm(config: Draft, forms: Forms): Draft {
  const { risk, slippage } = forms.defaultModel;
  let short: Draft = config;
  for (const pointer of ['/start', '/end']) short = withValue(short, pointer, asDay(valueAt(short, pointer)));
  const strategy = forms.strategy.find(({ name }) => name === valueAt(config, '/strategy/name'));
  short = withoutDefaults(short, '/strategy/params', strategy?.fields.filter(({ shape }) => shape.kind === 'flag') ?? []); // its numbers are worth reading
  for (const { name, fields } of forms.validation_method) short = withoutDefaults(short, `/validation${pointerOf(name)}`, fields);
  short = withoutModel(short, { of: '/execution/slippage_model', plugins: forms.slippage_model, fallback: slippage });
  short = withoutModel(short, { of: '/risk', plugins: forms.risk_model, fallback: risk });
  short = withoutDefaults(short, '/risk', forms.risk);
  short = withoutDefaults(short, '/execution', forms.execution);
  short = withoutDefaults(short, '/metrics', forms.metrics);
  short = withoutDefaults(short, '', only(forms.top, ['features', 'seed']));
  for (const pointer of ['/execution/slippage_model', '/risk', '/execution', '/metrics', '/indicators'])
    short = withoutEmpty(short, pointer);
  return inOrder(short);
}

function withoutDefaults(config: Draft, of: string, fields: readonly FieldSpec[]): Draft {
  return fields.reduce((short, { name, fallback }) => {
    const pointer = of + pointerOf(name);
    const isDefault = fallback !== undefined && JSON.stringify(valueAt(short, pointer)) === JSON.stringify(fallback);
    return isDefault ? withValue(short, pointer, undefined) : short;
  }, config);
}

interface ModelPlace {
  readonly of: string;
  readonly plugins: readonly PluginForm[];
  readonly fallback: string;
}

/** A model's parameters without their defaults, and no word of the model that stands where none is named. */
function withoutModel(config: Draft, { of, plugins, fallback }: ModelPlace): Draft {
  const name = valueAt(config, `${of}/model`) ?? fallback;
  const plugin = plugins.find((each) => each.name === name);
  const short = withoutEmpty(withoutDefaults(config, `${of}/params`, plugin?.fields ?? []), `${of}/params`);
  const isUnsaid = name === fallback && valueAt(short, `${of}/params`) === undefined;
  return isUnsaid ? withValue(short, `${of}/model`, undefined) : short;
}

function withoutEmpty(config: Draft, pointer: string): Draft {
  return isEmpty(valueAt(config, pointer)) ? withValue(config, pointer, undefined) : config;
}

function isEmpty(value: Json | undefined): boolean {
  return Array.isArray(value) ? value.length === 0 : isObject(value) && Object.keys(value).length === 0;
}

function inOrder(config: Draft): Draft {
  const placeOf = (key: string): number => (ORDER.includes(key) ? ORDER.indexOf(key) : ORDER.length);
  return Object.fromEntries(Object.entries(config).sort(([a], [b]) => placeOf(a) - placeOf(b)));
}
