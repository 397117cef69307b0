import { describe, expect, test } from '@jest/globals';
import { flagColumn, numberColumn, optionalColumn, type SweepSummary, type Table, textColumn } from '@projecta/artifacts';
import { topTrials } from './top-trials.js';

const plain = (text: string): string => text;

function tableOf(sharpes: readonly number[], hashes = sharpes.map((_, i) => `hash-${i}`)): Table {
  const values = Float64Array.from(sharpes);
  const rows = values.map((_, i) => i);
  return {
    name: 'sweep',
    rows: sharpes.length,
    columns: [
      numberColumn(
        'trial',
        rows.map((i) => i * 2),
      ),
      textColumn('run_hash', hashes),
      numberColumn(
        'param.strategy.params.fast',
        rows.map((i) => i + 5),
      ),
      flagColumn(
        'param.risk.x',
        sharpes.map((_, i) => i % 2 === 0),
      ),
      ...['sharpe', 'total_return', 'max_drawdown', 'trades'].map((id) => optionalColumn(id, values)),
    ],
  };
}

/** The trial numbers that are shown, from the top. */
function trialsIn(page: string): number[] {
  return page
    .split('\n')
    .slice(1)
    .map((line) => Number(line.trim().split(/\s+/)[0]));
}

const summary = (row: number, changes: object = {}): SweepSummary =>
  ({ objective: 'sharpe', lower_is_better: false, best: { row }, ...changes }) as unknown as SweepSummary;

describe('the top trials', () => {
  test('are ten, from the best down; one without the objective comes last', () => {
    const sharpes = [1, NaN, 3, 2, 0, -1, 0.5, 0.25, 0.75, 1.5, 1.25, 1.75];
    expect(trialsIn(topTrials(tableOf(sharpes), summary(2), plain))).toEqual([4, 6, 22, 18, 20, 0, 16, 12, 14, 8]);
    expect(trialsIn(topTrials(tableOf(sharpes.slice(0, 3)), summary(2), plain))).toEqual([4, 0, 2]);
  });
  test('go up where less is better, and begin with the best of the sweep among ties', () => {
    expect(trialsIn(topTrials(tableOf([2, 1, 3]), summary(1, { lower_is_better: true }), plain))).toEqual([2, 0, 4]);
    expect(trialsIn(topTrials(tableOf([1, 1 + 1e-12, 0]), summary(0), plain))).toEqual([0, 2, 4]);
  });
  test('name a run once that was drawn twice', () => {
    expect(trialsIn(topTrials(tableOf([3, 2, 3, 1], ['a', 'b', 'a', 'c']), summary(0), plain))).toEqual([0, 2, 6]);
  });
  test('stand under the paths as --grid takes them, flags and missing values in words', () => {
    const [head, first, second] = topTrials(tableOf([1, NaN]), summary(0), plain).split('\n');
    expect(head!.trim().split(/\s+/)).toEqual(['trial', 'fast', 'risk.x', 'sharpe', 'total_return', 'max_drawdown', 'trades', 'run_hash']);
    expect(first!.trim().split(/\s{2,}/)).toEqual(['0', '5', 'true', '1.000', '+100.00 %', '100.00 %', '1', 'hash-0']);
    expect(second!.trim().split(/\s{2,}/)).toEqual(['2', '6', 'false', '—', '—', '—', '—', 'hash-1']);
  });
});
