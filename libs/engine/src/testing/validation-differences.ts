import type { ValidationTrial } from '../validation-summary.js';
import type { RunResult } from '../run-result.js';
import { blockBootstrap, monteCarlo } from './resampling-differences.js';

export type Row = Readonly<Record<string, unknown>>;

/** Notes a number that differs; `noise` is the scale below which numbers are rounding noise. */
export type Compare = (where: string, actual: unknown, wanted: unknown, noise?: number) => void;

/** Compares one method's part of a run with what a case expects. */
type MethodDifferences = (run: RunResult, expected: Row, compare: Compare) => void;

/** The methods that cases are checked for. */
export const METHODS: Readonly<Record<string, MethodDifferences>> = {
  permutation,
  block_bootstrap: blockBootstrap,
  monte_carlo: monteCarlo,
  walk_forward: walkForward,
  overfitting,
};

function permutation(run: RunResult, expected: Row, compare: Compare): void {
  const { values, distribution, ...summary } = expected as Row & { readonly values: readonly unknown[]; readonly distribution: Row };
  const actual = run.validation.permutation as unknown as Row;
  compareKeys('permutation', actual, summary, compare);
  compareKeys('permutation distribution', actual['distribution'] as Row, distribution, compare, 1e-3);
  compareValues('permutation', detailOf(run, 'permutation'), values, compare);
}

function walkForward(run: RunResult, expected: Row, compare: Compare): void {
  const wanted = expected as Row & { readonly folds: readonly Row[]; readonly equity: readonly number[]; readonly stability: Row };
  const actual = run.validation.walk_forward!;
  compare('walk_forward scheme', actual.scheme, wanted['scheme']);
  compare('walk_forward efficiency', actual.efficiency, wanted['efficiency']);
  compareKeys('walk_forward stability', actual.stability, wanted.stability, compare);
  compareKeys('walk_forward out_of_sample', actual.out_of_sample, wanted['out_of_sample'] as Row, compare, 1e-6);
  compareValues('walk_forward equity', detailOf(run, 'walk_forward', 'equity'), wanted.equity, compare);
  compare('walk_forward folds', actual.folds.length, wanted.folds.length);
  const { ts } = run.candles;
  const barOf = new Map(Array.from(ts, (time, t) => [time, t]));
  const step = actual.folds.at(-1)!.test.end - ts.at(-1)!;
  wanted.folds.forEach((fold, i) => {
    const found = actual.folds[i]!;
    const at = `walk_forward fold ${fold['fold'] as number}`;
    compare(at, found.fold, fold['fold']);
    compare(`${at} train`, `${barOf.get(found.train.start)},${barOf.get(found.train.end - step)! + 1}`, String(fold['train_bars']));
    compare(`${at} test`, `${barOf.get(found.test.start)},${barOf.get(found.test.end - step)! + 1}`, String(fold['test_bars']));
    compareKeys(`${at} params`, found.params, fold['params'] as Row, compare);
    compareMetrics(`${at} in_sample`, found.in_sample, fold['in_sample'] as Row, compare);
    compareMetrics(`${at} out_of_sample`, found.out_of_sample, fold['out_of_sample'] as Row, compare);
  });
}

function overfitting(run: RunResult, expected: Row, compare: Compare): void {
  const { best, sr, sr0, ...rest } = expected as Row & { readonly best: Row };
  const actual = run.validation.overfitting!;
  compare('overfitting best', JSON.stringify(actual.best), JSON.stringify(best));
  compare('overfitting best_sharpe', actual.best_sharpe, sr);
  compare('overfitting expected_maximum_sharpe', actual.expected_maximum_sharpe, sr0);
  compareKeys('overfitting', actual as unknown as Row, rest, compare);
}

function detailOf({ validation_detail }: RunResult, method: string, metric?: string): ValidationTrial[] {
  return validation_detail.filter((row) => row.method === method && (metric === undefined || row.metric === metric));
}

function compareValues(where: string, rows: readonly ValidationTrial[], wanted: readonly unknown[], compare: Compare): void {
  compare(`${where} values`, rows.length, wanted.length);
  wanted.forEach((value, i) => compare(`${where} ${i}`, rows[i]?.value, value, 1e-3));
}

function compareKeys(where: string, actual: Row, wanted: Row, compare: Compare, noise = 0): void {
  for (const [key, value] of Object.entries(wanted)) compare(`${where} ${key}`, actual[key], value, noise);
}

/** Numbers that are rounding noise near 0 are compared absolutely, at 1e-9 of this scale. */
const NOISE: Readonly<Record<string, number>> = {
  alpha: 1,
  psr: 1,
  beta: 1e-3,
  information_ratio: 1e-3,
  net_pnl: 1,
  ideal_pnl: 1,
  total_delay: 1,
  total_slippage: 1e-3,
  expectancy: 1e-3,
};

/** Compares every metric that a case expects. */
export function compareMetrics(where: string, actual: Row, wanted: Row, compare: Compare): void {
  for (const [id, value] of Object.entries(wanted)) compare(`${where} ${id}`, actual[id], value, NOISE[id] ?? 0);
}
