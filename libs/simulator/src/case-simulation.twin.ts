import type { Candles } from '@projecta/candles';
import type { Slip, Weight } from '@projecta/plugin';
import type { FillRow, TradeRow } from './naive-state.twin.js';
import type { ExecutionSettings, RiskSettings } from './settings.js';
import type { Simulation } from './simulation.js';

type Parameters = Readonly<Record<string, number>>;

/** What a case folder's expected.json holds that reaches the simulator. */
export interface ExpectedCase {
  readonly config: {
    readonly execution: ExecutionSettings & { readonly slippage_model: { readonly model: string; readonly params: Parameters } };
    readonly risk: RiskSettings & { readonly model: string; readonly params: Parameters };
  };
  readonly warnings: readonly string[];
  readonly periods_per_year: number;
  readonly decisions: {
    readonly direction_changes: readonly { readonly bar: number; readonly direction: number }[];
    readonly orders: readonly { readonly bar: number; readonly direction: number; readonly weight: number; readonly target: number }[];
  };
  readonly fills: readonly (FillRow & { readonly ts: number })[];
  readonly trades: readonly TradeRow[];
  readonly equity: readonly { readonly ts: number; readonly equity: number; readonly cash: number; readonly position: number }[];
  readonly metrics: Readonly<Record<string, number | null>>;
  readonly ambiguity_band: {
    readonly ambiguous_bars: number;
    readonly final_equity: { readonly low: number; readonly high: number };
  } | null;
}

/** Candle columns of a case, as plain arrays. */
export type CaseColumns = Readonly<Record<string, readonly number[]>>;

/** The simulation of a case: its candles, directions from the expected decisions, risk and slippage models as §4, §5 and A4 say. */
export function caseSimulation(columns: CaseColumns, expected: ExpectedCase): Simulation {
  const candles = Object.fromEntries(
    Object.entries(columns).map(([name, values]) => [name, Float64Array.from(values)]),
  ) as unknown as Candles;
  const { execution, risk } = expected.config;
  return {
    candles,
    directions: directionsOf(expected, candles.ts.length),
    weight: WEIGHTS[risk.model]!(candles, risk.params, expected.periods_per_year),
    slip: SLIPS[execution.slippage_model.model]!(candles, execution.slippage_model.params),
    execution,
    risk,
  };
}

function directionsOf(expected: ExpectedCase, n: number): Float64Array {
  const directions = new Float64Array(n);
  for (const { bar, direction } of expected.decisions.direction_changes) directions.fill(direction, bar);
  return directions;
}

function simpleReturns(closes: Float64Array): number[] {
  return [...closes].slice(1).map((close, i) => close / closes[i]! - 1);
}

/** Sample standard deviation, ddof 1. */
function deviation(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) * (value - mean), 0);
  return values.every((value) => value === values[0]) ? 0 : Math.sqrt(squares / (values.length - 1));
}

const WEIGHTS: Readonly<Record<string, (candles: Candles, params: Parameters, periodsPerYear: number) => Weight>> = {
  fixed_fraction:
    (_candles, { fraction }) =>
    (_t, d) =>
      d * fraction!,
  kelly_fraction:
    (_candles, { p_win, payoff_ratio, base_fraction }) =>
    (_t, d) =>
      d * base_fraction! * Math.min(1, Math.max(0, p_win! - (1 - p_win!) / payoff_ratio!)),
  volatility_target:
    ({ close }, { target_vol, lookback, base_fraction }, periodsPerYear) =>
    (t, d) => {
      if (t < lookback!) return NaN;
      const volatility = deviation(simpleReturns(close.slice(t - lookback!, t + 1))) * Math.sqrt(periodsPerYear);
      return volatility === 0 ? NaN : (d * base_fraction! * target_vol!) / volatility;
    },
};

const SLIPS: Readonly<Record<string, (candles: Candles, params: Parameters) => Slip>> = {
  none: () => (price) => price,
  spread_pct:
    (_candles, { spread_pct }) =>
    (price, side) =>
      price * (1 + (side * spread_pct!) / 2),
  participation_rate:
    ({ volume }, { participation_pct }) =>
    (price, side, quantity, t) =>
      volume === undefined || volume[t] === 0 ? price : price * (1 + side * Math.min(1, (participation_pct! * quantity) / volume[t]!)),
  sqrt_impact:
    ({ close, volume }, { coefficient, lookback }) =>
    (price, side, quantity, _t, decisionBar) => {
      const returns = simpleReturns(close.slice(Math.max(0, decisionBar - lookback!), decisionBar + 1));
      const sizes = volume?.slice(Math.max(0, decisionBar - lookback! + 1), decisionBar + 1);
      const meanVolume = sizes ? sizes.reduce((sum, size) => sum + size, 0) / sizes.length : 0;
      if (returns.length < 2 || !(meanVolume > 0)) return price;
      return price * (1 + side * coefficient! * deviation(returns) * Math.sqrt(quantity / meanVolume));
    },
};
