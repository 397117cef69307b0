import { guarded } from '../guarded.js';
import { type Params, type ParamsOf, type StrategyDefinition, warmupOf } from '@projecta/plugin';

/** Index of the first bar at which a strategy can have an opinion (B6). */
export function strategyWarmup(strategy: StrategyDefinition, params: ParamsOf<Params>): number {
  return guarded(`strategy ${strategy.name}`, () => {
    if (strategy.warmup) return strategy.warmup(params);
    const features = Object.values(strategy.features?.(params) ?? {});
    return features.reduce((latest, { indicator, params: own }) => Math.max(latest, warmupOf(indicator, own)), 0);
  });
}
