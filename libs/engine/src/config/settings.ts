import { choice, flag, int, real } from '@projecta/plugin';

/** `execution`, the slippage model aside: one declaration a field, for checks, defaults, schema and forms. */
export const EXECUTION = {
  fill_price: choice(['open_next', 'mid_next', 'typical_next', 'vwap_next', 'close_same'], {
    default: 'open_next',
    description: 'Where an order fills. close_same is not causal and warns.',
  }),
  sizing: choice(['decision', 'fill'], {
    default: 'decision',
    description: 'Whether the quantity is fixed at the decision or at the fill.',
  }),
  slippage_bps: real({ min: 0, default: 0, unit: 'bps', description: 'Price moved against each fill, after the slippage model.' }),
  fee_bps: real({ min: 0, default: 0, unit: 'bps', description: 'Fee on notional.' }),
  fee_per_unit: real({ min: 0, default: 0, unit: 'cash', description: 'Fee for each unit.' }),
  fee_fixed: real({ min: 0, default: 0, unit: 'cash', description: 'Fee for each order.' }),
  fee_min: real({ min: 0, default: 0, unit: 'cash', description: 'Least fee of an order.' }),
  borrow_cost_bps: real({ min: 0, default: 0, unit: 'bps a year', description: 'Cost of being short, on the notional.' }),
  lot_size: real({ min: 0, default: 0, unit: 'units', description: 'Quantities are multiples of it; 0 = fractional.' }),
  volume_limit: real({ min: 0, max: 1, default: 0, unit: 'fraction', description: "Largest share of a bar's volume that fills; 0 = off." }),
  zero_volume: choice(['wait', 'fill', 'drop'], { default: 'wait', description: 'What an order does on a bar without volume.' }),
  flatten_end: flag({ default: true, description: 'Close the position at the last close.' }),
  initial_cash: real({ exclusiveMin: 0, default: 100_000, unit: 'cash', description: 'Cash before the first bar.' }),
};

/** `risk`, the model aside. The stops have no default: absent means off. */
export const RISK = {
  max_leverage: real({ exclusiveMin: 0, default: 1, unit: 'multiple', description: 'Largest weight either way.' }),
  stop_loss: real({ exclusiveMin: 0, optional: true, unit: 'fraction', description: 'Exit at this loss from the average entry price.' }),
  take_profit: real({ exclusiveMin: 0, optional: true, unit: 'fraction', description: 'Exit at this gain from the average entry price.' }),
  trailing_stop: real({ exclusiveMin: 0, optional: true, unit: 'fraction', description: 'Exit this far from the best close since entry.' }),
  max_bars_held: int({ min: 1, optional: true, unit: 'bars', description: 'Exit at the close of this held bar.' }),
};

/** `metrics`. */
export const METRIC_SETTINGS = {
  annualization: real({ exclusiveMin: 0, word: 'auto', default: 'auto', unit: 'periods a year', description: 'auto counts the bars.' }),
  risk_free: real({ min: -1, max: 10, default: 0, unit: 'per year', description: 'Risk-free rate.' }),
};

/** What stands beside them at the top. */
export const TOP = {
  features: flag({ default: false, description: 'Store the feature columns as an artifact.' }),
  seed: int({ min: 0, max: Number.MAX_SAFE_INTEGER, default: 42, description: 'Seed of everything random.' }),
};
