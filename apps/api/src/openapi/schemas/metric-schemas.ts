import { METRIC_IDS, METRICS } from '@projecta/metrics';
import { KEY_METRICS } from '../../runs/listed-run-view.js';
import { array, EPOCH_MS, INTEGER, nullable, NUMBER, object, ref, type Schema, STRING, words } from '../route.js';

const CONTRACTS = new Map(METRICS.map((one) => [one.id, one]));
const MAYBE = nullable(NUMBER);

/** A metric's value, described by its contract. */
function metric(id: (typeof METRIC_IDS)[number]): [string, Schema] {
  const { title, unit, formula } = CONTRACTS.get(id)!;
  return [id, { type: ['number', 'null'], description: `${title}: ${formula}${unit === 'none' ? '' : ` (${unit})`}.` }];
}

const BAND = object({ low: NUMBER, high: NUMBER });
const COSTS = { fees: NUMBER, slippage: NUMBER, borrow: NUMBER };

/** What a run comes to. */
export const METRIC_SCHEMAS: Readonly<Record<string, Schema>> = {
  Metrics: object(Object.fromEntries(METRIC_IDS.map(metric))),
  KeyMetrics: object(Object.fromEntries(KEY_METRICS.map(metric))),
  MetricReasons: object(Object.fromEntries(METRIC_IDS.map((id) => [id, STRING])), METRIC_IDS),
  AmbiguityBand: {
    ...object({
      ...{ ambiguous_bars: INTEGER, final_equity: BAND, total_return: BAND },
      sharpe: object({ low: MAYBE, high: MAYBE }),
    }),
    description: 'Both readings of the bars that touched stop and target.',
  },
  Attribution: {
    ...object({ ideal_pnl: NUMBER, delay: NUMBER, ...COSTS, net_pnl: NUMBER, break_even_cost_multiple: MAYBE }),
    description: 'Where the money went, from the P&L of perfect fills to the net. Costs are positive.',
  },
  OpenTrade: object({
    ...{ side: { type: 'integer', enum: [1, -1] }, entry_bar: INTEGER, entry_ts: EPOCH_MS, quantity: NUMBER, position: NUMBER },
    ...{ average_price: NUMBER, gross_pnl: NUMBER, unrealised_pnl: NUMBER, ...COSTS, mae: NUMBER, mfe: NUMBER, equity_at_entry: NUMBER },
  }),
  Warning: object({
    code: words(
      ...['NOT_CAUSAL', 'ANNUALIZATION_GUESSED', 'GAPS', 'RUINED', 'FEW_TRADES', 'AMBIGUOUS_FILLS'],
      ...['ORDERS_CLIPPED', 'ORDERS_DROPPED', 'METRIC_NULL'],
    ),
    message: STRING,
  }),
  MetricContract: object({
    ...{ id: words(...METRIC_IDS), title: STRING, family: STRING, formula: STRING, unit: STRING, source: STRING },
    lower_is_better: { type: 'boolean' },
  }),
  MetricsFile: object({ metrics: ref('Metrics'), metric_reasons: ref('MetricReasons'), periods_per_year: NUMBER }),
  Causality: object({
    causal: { type: 'boolean', description: 'False for close_same, whose fills use the very close that was decided on.' },
    cuts: array(INTEGER),
    digests: array(ref('Hash')),
    covered: { type: 'number', description: 'Share of the bars that a cut lies on.' },
    note: STRING,
  }),
};
