import { benchmarkMetrics } from './families/benchmark-metrics.js';
import { costMetrics } from './families/cost-metrics.js';
import { drawdownMetrics } from './families/drawdown-metrics.js';
import { exposureMetrics } from './families/exposure-metrics.js';
import { probabilisticMetrics } from './families/probabilistic-metrics.js';
import { returnMetrics } from './families/return-metrics.js';
import { riskMetrics } from './families/risk-metrics.js';
import { tailMetrics } from './families/tail-metrics.js';
import { tradeMetrics } from './families/trade-metrics.js';
import type { MetricContract, MetricDefinition, MetricFamily } from './metric-contract.js';
import { METRIC_IDS, type MetricId } from './metric-ids.js';

/** The definition of every metric: an id without one does not compile. */
export const DEFINITIONS: Readonly<Record<MetricId, MetricDefinition>> = {
  ...returnMetrics,
  ...riskMetrics,
  ...drawdownMetrics,
  ...tailMetrics,
  ...probabilisticMetrics,
  ...benchmarkMetrics,
  ...exposureMetrics,
  ...tradeMetrics,
  ...costMetrics,
};

const FAMILIES: Readonly<Record<MetricFamily, Readonly<Record<string, unknown>>>> = {
  returns: returnMetrics,
  risk: riskMetrics,
  drawdown: drawdownMetrics,
  tail: tailMetrics,
  probabilistic: probabilisticMetrics,
  benchmark: benchmarkMetrics,
  exposure: exposureMetrics,
  trades: tradeMetrics,
  costs: costMetrics,
};

/** The contract of every metric, in the order of METRIC_IDS. */
export const METRICS: readonly MetricContract[] = METRIC_IDS.map((id) => {
  const { value: _value, ...words } = DEFINITIONS[id];
  return { id, family: familyOf(id), ...words };
});

function familyOf(id: MetricId): MetricFamily {
  return (Object.keys(FAMILIES) as MetricFamily[]).find((family) => id in FAMILIES[family])!;
}
