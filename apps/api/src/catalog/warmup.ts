import { type IndicatorDefinition, type Params, type ParamsOf, type StrategyDefinition, warmupOf } from '@projecta/plugin';
import { affineRule } from './affine-rule.js';

/** When the first value of an output can be. */
export interface OutputWarmup {
  /** Index of that bar with the default parameters. */
  readonly bars: number;
  /** The same for any parameters, such as `slow + signal - 2`; null where it is no sum of them. */
  readonly rule: string | null;
}

/** When a plug-in's values begin, output by output, and in words. */
export interface Warmup {
  readonly outputs: Readonly<Record<string, OutputWarmup>>;
  readonly description: string;
}

type Values = Readonly<Record<string, unknown>>;

/** Null where a parameter has no default, or a user's plug-in cannot say. */
export function indicatorWarmup(indicator: IndicatorDefinition): Warmup | null {
  return described(indicator.outputs, (output) =>
    warmupFrom(indicator.params, (values) => {
      const warmup = indicator.warmup(values as ParamsOf<Params>);
      return typeof warmup === 'number' ? warmup : (warmup[output] ?? NaN);
    }),
  );
}

/** Of a strategy's opinion. Null for the same reasons. */
export function strategyWarmup(strategy: StrategyDefinition): Warmup | null {
  const at = (values: Values): number => {
    const params = values as ParamsOf<Params>;
    if (strategy.warmup) return strategy.warmup(params);
    const features = Object.values(strategy.features?.(params) ?? {});
    return Math.max(0, ...features.map(({ indicator, params: own }) => warmupOf(indicator, own)));
  };
  return described(['direction'], () => warmupFrom(strategy.params, at));
}

function described(names: readonly string[], of: (name: string) => OutputWarmup): Warmup | null {
  try {
    const outputs = Object.fromEntries(names.map((name) => [name, of(name)]));
    if (!Object.values(outputs).every(({ bars }) => Number.isInteger(bars))) return null;
    return { outputs, description: sentence(outputs) };
  } catch {
    return null;
  }
}

function warmupFrom(params: Params, at: (values: Values) => number): OutputWarmup {
  const defaults: Values = Object.fromEntries(Object.entries(params).map(([name, param]) => [name, param.default]));
  return { bars: at(defaults), rule: affineRule({ params, defaults, at }) };
}

/** `From bar window on (14 with the defaults).`; outputs that begin together are told together. Bars count from 0. */
function sentence(outputs: Warmup['outputs']): string {
  const names = new Map<string, string[]>();
  for (const [name, warmup] of Object.entries(outputs)) names.set(start(warmup), [...(names.get(start(warmup)) ?? []), name]);
  const parts = [...names].map(([from, together]) => (names.size === 1 ? from.replace('from', 'From') : `${together.join(', ')} ${from}`));
  return `${parts.join('; ')}.`;
}

function start({ bars, rule }: OutputWarmup): string {
  if (rule === '0') return 'from the first bar on';
  if (rule === String(bars)) return `from bar ${bars} on`;
  return rule === null ? `from bar ${bars} on with the defaults` : `from bar ${rule} on (${bars} with the defaults)`;
}
