import { normalCdf, normalQuantile, pow } from '@projecta/numeric';
import type { MetricId } from './metric-ids.js';
import type { MetricsInput } from './metrics-input.js';

type Maybe = number | null;

/** Every metric again, in plain arrays and the formulas as they are printed; written apart from the kernels, to be compared with them. */
export function naiveMetrics(run: MetricsInput): Record<MetricId, Maybe> {
  const entries = Object.entries(formulas(run)).map(([id, value]) => [id, value === null ? null : finite(value)]);
  return Object.fromEntries(entries) as Record<MetricId, Maybe>;
}

function formulas(run: MetricsInput): Record<MetricId, Maybe> {
  const ts = [...run.ts];
  const close = [...run.close];
  const { initialCash, periodsPerYear: ppy, riskFree, outcome } = run;
  const equity = [...outcome.equity];
  const n = equity.length;
  const r = changes(equity);
  const b = changes(close);
  const rf = riskFree / ppy;
  const d = r.map((value, i) => minus(value, b[i]!));
  const std = deviation(r);
  const excess = r.length > 0 ? minus(mean(r), rf) : 0;
  const sharpe = std === null || std === 0 ? null : excess / std;
  const center = mean(r);
  const m = [2, 3, 4].map((k) => mean(r.map((value) => pow(value - center, k))));
  const skew = std === null || std === 0 ? null : m[1]! / pow(m[0]!, 1.5);
  const kurtosis = std === null || std === 0 ? null : m[2]! / (m[0]! * m[0]!);
  const spread = sharpe === null ? null : 1 - skew! * sharpe + ((kurtosis! - 1) / 4) * sharpe * sharpe;
  const downside = r.length > 0 ? Math.sqrt(mean(r.map((value) => pow(Math.min(minus(value, rf), 0), 2)))) : 0;
  const drawdown = equity.map((value, t) => {
    const peak = Math.max(...equity.slice(0, t + 1));
    return peak > 0 ? value / peak - 1 : 0;
  });
  const runs = runsBelow(drawdown);
  const deepest = Math.min(...drawdown, 0);
  const years = (ts[n - 1]! - ts[0]!) / (365.25 * 86_400_000);
  const last = equity[n - 1]!;
  const cagr = last <= 1e-12 * initialCash || equity[0]! <= 0 || years <= 0 ? null : finite(pow(last / equity[0]!, 1 / years) - 1);
  const sorted = [...r].sort((x, y) => x - y);
  const q05 = quantile(sorted, 0.05);
  const q95 = quantile(sorted, 0.95);
  const gains = sum(r.filter((value) => value > 0));
  const losses = -sum(r.filter((value) => value < 0));
  const meanB = mean(b);
  const flatB = deviation(b) === null || deviation(b) === 0;
  const beta = flatB ? null : sum(r.map((value, i) => (value - center) * (b[i]! - meanB))) / sum(b.map((value) => pow(value - meanB, 2)));
  const stdD = deviation(d);
  const fills = Array.from({ length: outcome.fills.length }, (_, i) => i);
  const total = (column: Float64Array): number => sum(fills.map((i) => column[i]!));
  const { fee, slippage, delay, notional, side, quantity, decision_close } = outcome.fills;
  const costs = total(fee) + total(slippage) + outcome.total_borrow;
  const pnl = [...outcome.trades.net_pnl].slice(0, outcome.trades.length);
  const held = [...outcome.trades.bars_held].slice(0, outcome.trades.length);
  const won = pnl.filter((value) => value > 0);
  const lost = pnl.filter((value) => value < 0);
  const has = pnl.length > 0;
  const stdPnl = deviation(pnl);
  const meanEquity = mean(equity);
  return {
    final_equity: last,
    total_return: last / initialCash - 1,
    cagr,
    buy_and_hold_return: close[n - 1]! / close[0]! - 1,
    volatility: std === null ? null : std * Math.sqrt(ppy),
    sharpe: sharpe === null ? null : sharpe * Math.sqrt(ppy),
    sortino: downside === 0 ? null : (excess / downside) * Math.sqrt(ppy),
    calmar: cagr === null || deepest === 0 ? null : finite(cagr / Math.abs(deepest)),
    lo_sharpe: sharpe === null ? null : lo(r, sharpe, ppy),
    psr: spread === null || !(spread > 0) ? null : normalCdf((sharpe! * Math.sqrt(r.length - 1)) / Math.sqrt(spread)),
    min_trl: sharpe === null || sharpe <= 0 ? null : 1 + spread! * pow(normalQuantile(0.95) / sharpe, 2),
    max_drawdown: deepest,
    avg_drawdown: runs.length === 0 ? null : mean(runs.map(({ from, to }) => Math.min(...drawdown.slice(from, to + 1)))),
    longest_drawdown_bars: Math.max(0, ...runs.map(({ from, to }) => to - from + 1)),
    longest_drawdown_ms: Math.max(0, ...runs.map(({ from, to }) => ts[to]! - ts[from - 1]!)),
    ulcer_index: Math.sqrt(mean(drawdown.map((value) => value * value))),
    var_95: q05 === null ? null : -q05,
    cvar_95: q05 === null ? null : -mean(r.filter((value) => value <= q05 + Math.max(1e-9 * Math.abs(q05), 1e-12))),
    skew,
    kurtosis: kurtosis === null ? null : kurtosis - 3,
    periods_per_year: ppy,
    exposure: outcome.exposed_bars / n,
    turnover: meanEquity > 0 ? total(notional) / meanEquity : null,
    trades: pnl.length,
    win_rate: has ? won.length / pnl.length : null,
    profit_factor: lost.length === 0 ? null : sum(won) / -sum(lost),
    payoff_ratio: lost.length === 0 || won.length === 0 ? null : mean(won) / -mean(lost),
    omega: losses === 0 ? null : gains / losses,
    tail_ratio: q05 === null || q05 === 0 ? null : Math.abs(q95!) / Math.abs(q05),
    expectancy: has ? mean(pnl) : null,
    best_trade: has ? Math.max(...pnl) : null,
    worst_trade: has ? Math.min(...pnl) : null,
    sqn: stdPnl === null || stdPnl === 0 ? null : (Math.sqrt(pnl.length) * mean(pnl)) / stdPnl,
    avg_bars_held: has ? mean(held) : null,
    max_bars_held: has ? Math.max(...held) : null,
    max_consecutive_losses: has
      ? Math.max(...pnl.map((_, i) => pnl.slice(i).findIndex((value) => value >= 0)).map((k, i) => (k < 0 ? pnl.length - i : k)))
      : null,
    alpha: beta === null ? null : (excess - beta * minus(meanB, rf)) * ppy,
    beta,
    information_ratio: stdD === null || stdD === 0 ? null : (mean(d) / stdD) * Math.sqrt(ppy),
    net_pnl: last - initialCash,
    ideal_pnl: -sum(fills.map((i) => side[i]! * quantity[i]! * decision_close[i]!)) + outcome.final_position * close[n - 1]!,
    total_delay: total(delay),
    total_slippage: total(slippage),
    total_fees: total(fee),
    total_borrow: outcome.total_borrow,
    break_even_cost_multiple: costs > 0 ? (last - initialCash + costs) / costs : null,
  };
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const mean = (values: readonly number[]): number => sum(values) / values.length;
const finite = (value: number): Maybe => (Number.isFinite(value) ? value : null);
const tie = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b));
const minus = (a: number, b: number): number => (tie(a, b) ? 0 : a - b);
const changes = (levels: readonly number[]): number[] => levels.slice(1).map((value, i) => (levels[i]! > 0 ? value / levels[i]! - 1 : 0));

function deviation(values: readonly number[]): Maybe {
  if (values.length < 2) return null;
  if (tie(Math.min(...values), Math.max(...values))) return 0;
  const center = mean(values);
  return Math.sqrt(sum(values.map((value) => pow(value - center, 2))) / (values.length - 1));
}

function quantile(sorted: readonly number[], q: number): Maybe {
  if (sorted.length === 0) return null;
  const at = (sorted.length - 1) * q;
  const [low, high] = [sorted[Math.floor(at)]!, sorted[Math.ceil(at)]!];
  return low + (high - low) * (at - Math.floor(at));
}

function runsBelow(drawdown: readonly number[]): { from: number; to: number }[] {
  const starts = drawdown.flatMap((value, t) => (value < 0 && !(drawdown[t - 1]! < 0) ? [t] : []));
  return starts.map((from) => {
    const length = drawdown.slice(from).findIndex((value) => !(value < 0));
    return { from, to: length < 0 ? drawdown.length - 1 : from + length - 1 };
  });
}

function lo(r: readonly number[], sharpe: number, ppy: number): Maybe {
  const q = Math.floor(ppy + 0.5);
  const lags = Math.min(q - 1, Math.floor(4 * pow(r.length / 100, 2 / 9) + 1e-12));
  const center = mean(r);
  const x = r.map((value) => value - center);
  const covariance = (k: number): number => sum(x.slice(k).map((value, t) => value * x[t]!)) / r.length;
  let radicand = q;
  for (let k = 1; k <= lags; k++) radicand += (2 * (q - k) * covariance(k)) / covariance(0);
  return radicand > 0 ? (sharpe * q) / Math.sqrt(radicand) : null;
}
