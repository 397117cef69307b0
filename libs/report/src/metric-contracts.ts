import { type MetricContract, type MetricFamily, type MetricId, METRICS } from '@projecta/metrics';

/** The contract of a metric: title, formula, unit, source. */
export function contractOf(id: MetricId): MetricContract {
  return METRICS.find((contract) => contract.id === id)!;
}

/** Whether a text is the id of a metric. */
export function isMetricId(text: string): text is MetricId {
  return METRICS.some(({ id }) => id === text);
}

/** The metrics of a family, in the order of the metric table. */
export interface MetricGroup {
  readonly title: string;
  readonly contracts: readonly MetricContract[];
}

/** Every metric, by family, families in reading order. */
export function metricGroups(): readonly MetricGroup[] {
  return FAMILIES.map(([family, title]) => ({ title, contracts: METRICS.filter((contract) => contract.family === family) }));
}

const TITLES: Readonly<Record<MetricFamily, string>> = {
  returns: 'Return',
  risk: 'Risk and reward',
  probabilistic: 'How far to believe the Sharpe ratio',
  drawdown: 'Drawdown',
  tail: 'Tails',
  benchmark: 'Against buy and hold',
  exposure: 'In the market',
  trades: 'Trades',
  costs: 'Costs',
};

const FAMILIES = Object.entries(TITLES);
