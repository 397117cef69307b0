import { suggestion } from '@projecta/errors';
import { choice, type Param, type Params, real, text } from '@projecta/plugin';
import type { Catalogue } from '../catalogue.js';
import type { NormalizedRunConfig } from '../config/normalized-run-config.js';
import { EXECUTION, RISK } from '../config/settings.js';

/** The part of a config that an axis changes: its whole path, and how it is declared where that is known. */
export interface AxisTarget {
  readonly path: string;
  readonly param?: Param;
}

export interface NoTarget {
  readonly message: string;
  readonly allowed: readonly string[];
}

interface Section {
  readonly prefix: string;
  readonly params: Params;
  /** The model whose parameters these are is itself swept: what it takes is known trial by trial. */
  readonly open?: boolean;
}

/** Finds what the keys of a sweep mean in its base. A bare name means strategy.params; an alias stands for its canonical name. */
export function axisTargets(
  { strategy, risk, execution }: NormalizedRunConfig,
  keys: readonly string[],
  catalogue: Catalogue,
): (key: string) => AxisTarget | NoTarget {
  const slippage = catalogue.slippage_model.get(execution.slippage_model.model)!;
  const sections: readonly Section[] = [
    { prefix: 'strategy.params.', params: catalogue.strategy.get(strategy.name)!.params },
    { prefix: 'risk.params.', params: catalogue.risk_model.get(risk.model)!.params, open: keys.includes('risk.model') },
    { prefix: 'execution.slippage_model.params.', params: slippage.params, open: keys.includes('execution.slippage_model.model') },
    { prefix: 'risk.', params: { ...RISK, model: text({}), rebalance: REBALANCE, 'rebalance.band': real({ min: 0 }) } },
    { prefix: 'execution.', params: { ...EXECUTION, 'slippage_model.model': text({}) } },
  ];
  return (key) => {
    const whole = key.includes('.') ? key : `strategy.params.${key}`;
    const section = sections.find(({ prefix }) => whole.startsWith(prefix));
    if (section === undefined) return elsewhere(key);
    const { prefix, params, open = false } = section;
    const given = whole.slice(prefix.length);
    if (open) return { path: whole };
    const name = canonicalOf(given, params);
    if (name !== undefined) return { path: prefix + name, param: params[name]! };
    const allowed = Object.keys(params).map((one) => (key.includes('.') ? prefix + one : one));
    const takes = allowed.length > 0 ? ` It takes ${allowed.join(', ')}.` : '';
    return { message: `there is no "${key}" in the base.${suggestion(key, allowed)}${takes}`, allowed };
  };
}

const REBALANCE = choice(['on_change', 'every_bar'], { default: 'on_change', description: '' });

function canonicalOf(given: string, params: Params): string | undefined {
  if (Object.hasOwn(params, given)) return given;
  return Object.entries(params).find(([, param]) => param.aliases?.includes(given))?.[0];
}

function elsewhere(key: string): NoTarget {
  const allowed = ['strategy.params.…', 'risk.…', 'execution.…'];
  const message = `"${key}" cannot be swept: all trials share one market, one clock and one seed. A key is a parameter of the strategy, or a path such as risk.params.fraction or execution.fee_bps.`;
  return { message, allowed };
}
