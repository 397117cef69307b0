import { type NormalizedRunConfig, type RunResult } from '@projecta/engine';
import { attributionOf, computeMetrics, drawdownOf, type MetricId } from '@projecta/metrics';
import { type Outcome, REASONS, simulate } from '@projecta/simulator';

type Candles = RunResult['candles'];

interface Options {
  readonly candles: Candles;
  readonly directions?: Float64Array;
  readonly execution?: Partial<NormalizedRunConfig['execution']>;
  readonly risk?: Partial<NormalizedRunConfig['risk']>;
  /** Target weight of a direction of 1. */
  readonly weight?: number;
  readonly timeframe?: string;
  readonly periodsPerYear?: number;
  readonly overrides?: Partial<RunResult>;
}

const HASH = '3f5a9c0e1b7d24688ace02468bdf13579e0f1a2b3c4d5e6f708192a3b4c5d6e7';

/** A plausible run made of the real simulator and the real metrics, without the engine around them. */
export function fakeRun(options: Options): RunResult {
  const { candles, periodsPerYear = 252, weight = 1 } = options;
  const config = configOf(options);
  const directions = options.directions ?? crossings(candles.close, 10, 50);
  const outcome = simulate({
    candles,
    directions,
    weight: (_t, direction) => direction * weight,
    slip: (price) => price,
    execution: config.execution,
    risk: config.risk,
  });
  const initialCash = config.execution.initial_cash;
  const input = { ts: candles.ts, close: candles.close, initialCash, periodsPerYear, riskFree: 0 };
  const { metrics, metric_reasons } = computeMetrics({ ...input, outcome });
  const attribution = attributionOf({ outcome, close: candles.close, initialCash });
  const hashes = { run_hash: HASH, config_hash: HASH.slice(1) + 'a', data_hash: HASH.slice(2) + 'bc' };
  const span = { symbol: config.symbol, timeframe: config.timeframe, bars: candles.ts.length };
  return {
    ...hashes,
    identity: {
      config,
      data: { symbol: span.symbol, timeframe: span.timeframe, bars: span.bars, data_hash: hashes.data_hash },
      engine: { name: '@projecta/engine', semantics_version: 1 },
      plugins: [],
    },
    config,
    candles,
    summary: {
      ...hashes,
      ...span,
      start: config.start,
      end: config.end,
      gaps: 0,
      metrics,
      metric_reasons,
      ambiguity_band: null,
      attribution,
      open_trade: null,
      warnings: warningsOf(outcome),
      causal: true,
      validation: {},
    },
    metrics,
    metric_reasons,
    periods_per_year: periodsPerYear,
    equity: equityOf(candles, outcome),
    fills: fillsOf(candles, outcome),
    trades: tradesOf(candles, outcome),
    directions,
    features: {},
    causality: certificate(candles.ts.length),
    validation: {},
    validation_detail: [],
    ...options.overrides,
  };
}

/** A permutation's answer to add to a run: trial values around 0 and what was observed. */
export function fakePermutation(
  observed: number,
  trials = 1000,
  statistic: MetricId = 'sharpe',
): Pick<RunResult, 'validation' | 'validation_detail'> {
  const values = Array.from({ length: trials }, (_, i) => Math.sin(i * 12.9898) * 0.3 + Math.sin(i * 78.233) * 0.25);
  const better = values.filter((value) => value >= observed).length;
  const p = (1 + better) / (trials + 1);
  const sorted = [...values].sort((a, b) => a - b);
  const q = (share: number): number => sorted[Math.floor(share * (trials - 1))]!;
  return {
    validation: {
      permutation: {
        verdict: `${better} of ${trials} shuffled markets did as well.`,
        null_hypothesis: 'The bars are exchangeable: their order in time carries nothing that this strategy uses.',
        seed: 42,
        method: 'bars',
        statistic,
        of: 'run',
        observed,
        p_value: p,
        p_value_se: Math.sqrt((p * (1 - p)) / trials),
        trials,
        distribution: {
          count: trials,
          mean: 0,
          std: 0.28,
          q01: q(0.01),
          q05: q(0.05),
          q25: q(0.25),
          q50: q(0.5),
          q75: q(0.75),
          q95: q(0.95),
          q99: q(0.99),
        },
      },
    },
    validation_detail: values.map((value, trial) => ({ method: 'permutation', trial, metric: statistic, value })),
  };
}

/** +1 while the fast mean of closes is above the slow one, −1 while below. */
export function crossings(close: Float64Array, fast: number, slow: number): Float64Array {
  const directions = new Float64Array(close.length);
  const mean = (t: number, window: number): number => close.subarray(t - window + 1, t + 1).reduce((a, b) => a + b, 0) / window;
  for (let t = slow - 1; t < close.length; t++) directions[t] = Math.sign(mean(t, fast) - mean(t, slow));
  return directions;
}

function configOf({ candles, execution, risk, timeframe = '1d' }: Options): NormalizedRunConfig {
  const { ts } = candles;
  const none = { model: 'none', params: {} };
  return {
    symbol: 'FAKE',
    timeframe,
    start: new Date(ts[0]!).toISOString(),
    end: new Date(ts.at(-1)! + 1).toISOString(),
    indicators: [],
    features: false,
    strategy: { name: 'dual_sma', params: { fast: 10, slow: 50, long_only: false } },
    risk: { model: 'fixed_fraction', params: { fraction: 1 }, max_leverage: 1, rebalance: 'on_change', ...risk },
    execution: {
      fill_price: 'open_next',
      sizing: 'decision',
      slippage_model: none,
      slippage_bps: 1,
      fee_bps: 1,
      fee_per_unit: 0,
      fee_fixed: 0,
      fee_min: 0,
      borrow_cost_bps: 50,
      lot_size: 0,
      volume_limit: 0,
      zero_volume: 'wait',
      flatten_end: true,
      initial_cash: 100_000,
      ...execution,
    },
    validation: {},
    metrics: { annualization: 'auto', risk_free: 0 },
    seed: 42,
  };
}

function equityOf({ ts, close }: Candles, { equity, cash, position }: Outcome): RunResult['equity'] {
  return { ts, equity, cash, position, drawdown: drawdownOf(equity), exposure: position.map((held, t) => (held * close[t]!) / equity[t]!) };
}

function fillsOf({ ts }: Candles, { fills }: Outcome): RunResult['fills'] {
  return Array.from({ length: fills.length }, (_, i) => ({
    bar: fills.bar[i]!,
    ts: ts[fills.bar[i]!]!,
    side: fills.side[i]! as 1 | -1,
    quantity: fills.quantity[i]!,
    base_price: fills.base_price[i]!,
    price: fills.price[i]!,
    notional: fills.notional[i]!,
    fee: fills.fee[i]!,
    slippage: fills.slippage[i]!,
    delay: fills.delay[i]!,
    decision_close: fills.decision_close[i]!,
    reason: REASONS[fills.reason[i]!]!,
    synthetic: fills.synthetic[i] === 1,
  }));
}

function tradesOf({ ts }: Candles, { trades }: Outcome): RunResult['trades'] {
  return Array.from({ length: trades.length }, (_, i) => ({
    side: trades.side[i]! as 1 | -1,
    entry_bar: trades.entry_bar[i]!,
    entry_ts: ts[trades.entry_bar[i]!]!,
    exit_bar: trades.exit_bar[i]!,
    exit_ts: ts[trades.exit_bar[i]!]!,
    quantity: trades.quantity[i]!,
    entry_price: trades.entry_price[i]!,
    exit_price: trades.exit_price[i]!,
    gross_pnl: trades.gross_pnl[i]!,
    net_pnl: trades.net_pnl[i]!,
    return: Number.isNaN(trades.return[i]!) ? null : trades.return[i]!,
    fees: trades.fees[i]!,
    slippage: trades.slippage[i]!,
    borrow: trades.borrow[i]!,
    bars_held: trades.bars_held[i]!,
    reason: REASONS[trades.reason[i]!]!,
    mae: trades.mae[i]!,
    mfe: trades.mfe[i]!,
    ambiguous: trades.ambiguous[i] === 1,
    equity_at_entry: trades.equity_at_entry[i]!,
  }));
}

function warningsOf({ ruined, trades }: Outcome): RunResult['summary']['warnings'] {
  return [
    ...(ruined ? [{ code: 'RUINED' as const, message: 'Equity fell to 0 or below; trading stopped.' }] : []),
    ...(trades.length < 30
      ? [{ code: 'FEW_TRADES' as const, message: `${trades.length} trades are fewer than 30: their statistics say little.` }]
      : []),
  ];
}

function certificate(bars: number): RunResult['causality'] {
  const cuts = [bars - 2];
  for (let c = Math.floor(bars / 2); c > 50 && cuts.length < 16; c = Math.floor(c / 2)) cuts.push(c);
  return {
    causal: true,
    cuts,
    digests: cuts.map(() => HASH),
    covered: (bars - 1) / bars,
    note: 'It covers what the decisions read; it cannot see leakage already in the data, such as survivorship or revisions.',
  };
}
