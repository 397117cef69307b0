import { type FillColumns, REASONS, type TradeColumns } from './ledger.js';
import type { FillRow, NaiveOutcome, TradeRow } from './naive-state.twin.js';
import type { Outcome } from './simulation.js';

/** The fast simulator's columns as the twin's rows. */
export function rowsOf(outcome: Outcome): NaiveOutcome {
  const { fills, trades } = outcome;
  return {
    ...outcome,
    equity: [...outcome.equity],
    cash: [...outcome.cash],
    position: [...outcome.position],
    fills: Array.from({ length: fills.length }, (_, i) => ({
      ...numbersAt(fills, i),
      reason: REASONS[fills.reason[i]!]!,
      synthetic: fills.synthetic[i] === 1,
    })) as unknown as FillRow[],
    trades: Array.from({ length: trades.length }, (_, i) => ({
      ...numbersAt(trades, i),
      return: Number.isNaN(trades.return[i]) ? null : trades.return[i],
      reason: REASONS[trades.reason[i]!]!,
      ambiguous: trades.ambiguous[i] === 1,
    })) as unknown as TradeRow[],
  };
}

/** Where two outcomes differ, first difference first: counts, bars, sides, reasons and flags exactly, numbers beyond 1e-9 of their size. */
export function firstDifference(fast: NaiveOutcome, naive: NaiveOutcome, initialCash: number): string | undefined {
  const positions = naive.position.map(Math.abs);
  const largest = Math.max(...positions, ...naive.fills.map((fill) => fill.quantity));
  const money = Math.max(initialCash, ...naive.fills.map((fill) => fill.notional));
  const scales = { money, quantity: 1e-6 * largest };
  for (const [i, fill] of naive.fills.entries()) {
    const difference = rowDifference(`fills[${i}]`, fast.fills[i], fill, scales);
    if (difference) return difference;
  }
  for (const [i, trade] of naive.trades.entries()) {
    // A reversal filled in parts may leave a trade of mere rounding dust; fractions of it mean nothing.
    const dust = trade.quantity <= 1e-12 * largest;
    const difference = rowDifference(`trades[${i}]`, fast.trades[i], trade, { ...scales, fraction: dust ? Infinity : 1 });
    if (difference) return difference;
  }
  for (const t of naive.equity.keys()) {
    const row = (of: NaiveOutcome) => ({ equity: of.equity[t], cash: of.cash[t], position: of.position[t] });
    const difference = rowDifference(`bar ${t}`, row(fast), row(naive), { ...scales, quantity: largest });
    if (difference) return difference;
  }
  const rest = ({ fills, trades, equity, cash: _c, position: _p, open_trade: _o, ...flags }: NaiveOutcome) => {
    return { ...flags, fills: fills.length, trades: trades.length, bars: equity.length };
  };
  return (
    rowDifference('open_trade', fast.open_trade, naive.open_trade, { ...scales, quantity: largest }) ??
    rowDifference('outcome', rest(fast), rest(naive), { ...scales, quantity: largest })
  );
}

/** Row i of a log: the number columns among its getters; what is no number column is left to the caller. */
function numbersAt(log: FillColumns | TradeColumns, i: number): Record<string, number> {
  const names = Object.keys(Object.getOwnPropertyDescriptors(Object.getPrototypeOf(log) as object));
  const columns = names.map((name) => [name, (log as unknown as Record<string, unknown>)[name]] as const);
  const numbers = columns.filter((entry): entry is [string, Float64Array] => entry[1] instanceof Float64Array);
  return Object.fromEntries(numbers.map(([name, values]) => [name, values[i]!]));
}

const QUANTITIES = new Set(['quantity', 'position', 'final_position']);
const FRACTIONS = new Set(['return', 'mae', 'mfe']);
const EXACT = new Set([
  'exposed_bars',
  'bar',
  'side',
  'entry_bar',
  'exit_bar',
  'bars_held',
  'ambiguous_bars',
  'clipped_orders',
  'dropped_orders',
  'fills',
  'trades',
  'bars',
]);
const PRICES = new Set(['base_price', 'price', 'decision_close', 'entry_price', 'exit_price', 'average_price']);

interface Scales {
  readonly money: number;
  readonly quantity: number;
  readonly fraction?: number;
}

function rowDifference(label: string, fast: object | undefined, naive: object | undefined, scales: Scales): string | undefined {
  if (!fast || !naive) return fast === naive ? undefined : `${label}: fast ${JSON.stringify(fast)}, naive ${JSON.stringify(naive)}`;
  const names = new Set([...Object.keys(fast), ...Object.keys(naive)]);
  for (const name of names) {
    const a = (fast as Record<string, unknown>)[name];
    const b = (naive as Record<string, unknown>)[name];
    if (!same(name, a, b, scales)) return `${label}.${name}: fast ${String(a)}, naive ${String(b)}`;
  }
  return undefined;
}

function same(name: string, a: unknown, b: unknown, scales: Scales): boolean {
  if (typeof a !== 'number' || typeof b !== 'number' || EXACT.has(name)) return Object.is(a, b) || (a === 0 && b === 0);
  // Rounding noise near 0 is measured by what was added and subtracted to get there.
  const floor = PRICES.has(name)
    ? 0
    : QUANTITIES.has(name)
      ? scales.quantity
      : FRACTIONS.has(name)
        ? (scales.fraction ?? 1)
        : 1e-2 * scales.money;
  return Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b), floor);
}
