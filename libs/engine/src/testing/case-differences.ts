import type { RunResult } from '../run-result.js';
import { type Compare, compareMetrics, METHODS, type Row } from './validation-differences.js';

/** What expected.json of a case holds. */
export interface ExpectedRun {
  readonly config: object;
  readonly config_hash: string;
  readonly bars: number;
  readonly gaps: number;
  readonly periods_per_year: number;
  readonly warnings: readonly string[];
  readonly decisions: { readonly direction_changes: readonly { readonly bar: number; readonly direction: number }[] };
  readonly fills: readonly Row[];
  readonly trades: readonly Row[];
  readonly equity: readonly Row[];
  readonly metrics: Readonly<Record<string, number | null>>;
  readonly ambiguity_band: object | null;
  readonly validation: Readonly<Record<string, Row>>;
}

/** Every place where a run differs from what a case expects, in words; empty when they agree to 1e-9. */
export function differences(run: RunResult, expected: ExpectedRun): string[] {
  const found: string[] = [];
  const compare: Compare = (where, actual, wanted, noise = 0) => {
    if (!same(actual, wanted, noise)) found.push(`${where}: ${String(actual)} instead of ${String(wanted)}`);
  };
  compare('bars', run.summary.bars, expected.bars);
  compare('gaps', run.summary.gaps, expected.gaps);
  compare('periods_per_year', run.periods_per_year, expected.periods_per_year);
  compare(
    'warnings',
    run.summary.warnings
      .map((one) => one.code)
      .sort()
      .join(),
    [...expected.warnings].sort().join(),
  );
  compare(
    'direction changes',
    JSON.stringify(changes(run.directions)),
    JSON.stringify(expected.decisions.direction_changes.map(({ bar, direction }) => ({ bar, direction }))),
  );

  rows('fill', run.fills, expected.fills, compare, (row, key) =>
    key === 'quantity'
      ? 1e-6 * Math.abs(run.equity.position[row['bar'] as number]!)
      : key === 'delay' || key === 'slippage'
        ? 1e-3 * (row['notional'] as number)
        : 0,
  );
  rows('trade', run.trades, expected.trades, compare, (row, key) =>
    key === 'slippage'
      ? 1e-6 * (row['equity_at_entry'] as number)
      : /pnl/.test(key)
        ? (row['quantity'] as number) * (row['entry_price'] as number)
        : /mae|mfe|return/.test(key)
          ? 1e-3
          : 0,
  );
  const equity = expected.equity.map((_, t) =>
    Object.fromEntries(Object.entries(run.equity).map(([key, column]) => [key, (column as Float64Array)[t]])),
  );
  rows('bar', equity, expected.equity, compare, (row, key) =>
    key === 'cash' ? Math.abs(row['equity'] as number) : key === 'drawdown' || key === 'exposure' ? 1e-3 : 0,
  );
  compareMetrics('metric', run.metrics, expected.metrics, compare);
  compare('ambiguity band', JSON.stringify(run.summary.ambiguity_band), JSON.stringify(expected.ambiguity_band));

  for (const method of Object.keys(run.validation)) METHODS[method]!(run, expected.validation[method]!, compare);
  return found.slice(0, 12);
}

function rows(
  what: string,
  actual: readonly object[],
  wanted: readonly Row[],
  compare: Compare,
  noise: (row: Row, key: string) => number,
): void {
  compare(`${what}s`, actual.length, wanted.length);
  wanted.forEach((row, i) => {
    for (const [key, value] of Object.entries(row))
      compare(`${what} ${i} ${key}`, (actual[i] as Row | undefined)?.[key], value, noise(row, key));
  });
}

function same(actual: unknown, wanted: unknown, noise: number): boolean {
  if (typeof actual !== 'number' || typeof wanted !== 'number') return actual === wanted;
  return Math.abs(actual - wanted) <= 1e-9 * Math.max(Math.abs(actual), Math.abs(wanted), noise);
}

function changes(directions: Float64Array): { bar: number; direction: number }[] {
  const found: { bar: number; direction: number }[] = [];
  directions.forEach((direction, bar) => {
    if (direction !== (bar > 0 ? directions[bar - 1] : 0)) found.push({ bar, direction });
  });
  return found;
}
