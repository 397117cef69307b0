import { beforeAll, describe, expect, test } from '@jest/globals';
import type { SweepResult } from '@projecta/engine';
import { sweep } from '../testing/sweep.js';
import { lineSlices, mapSlice } from './map-slice.js';
import { sweepPlateau } from './sweep-plateau.js';
import { sweepView } from './sweep-view.js';
import { sweepWarnings } from './sweep-warnings.js';

const FEE = 'execution.fee_bps';
const FAST = 'strategy.params.fast';
const SLOW = 'strategy.params.slow';

let result: SweepResult;
beforeAll(async () => {
  result = await sweep({ grid: { fast: [8, 3], slow: [30, 10, 20], [FEE]: [0, 5, 50, 500] } });
});

describe('slices through the best', () => {
  test('hold all other values at the best’s, cell by cell', () => {
    const view = sweepView(result);
    const grid = view.grid!;
    const map = mapSlice(grid, view)!;
    const { params } = result.trials;
    const valueAt = (path: string, cell: number): unknown => params[path]![grid.rows[cell]!];
    const other = [FAST, SLOW, FEE].find((path) => path !== map.across.path && path !== map.up.path)!;
    for (const [at, cell] of map.cells.entries()) {
      if (grid.rows[cell] === -1) continue;
      const { length } = map.across.values;
      expect(valueAt(map.across.path, cell)).toBe(map.across.values[at % length]);
      expect(valueAt(map.up.path, cell)).toBe(map.up.values[Math.floor(at / length)]);
      expect(valueAt(other, cell)).toBe(result.best.params[other]);
    }
    expect(map.cells[map.best]).toBe(grid.best);
    const lines = lineSlices(grid, map);
    expect(lines.map(({ axis }) => axis.path)).toEqual([other]);
    expect(lines[0]!.cells[lines[0]!.best]).toBe(grid.best);
    expect([...lines[0]!.cells].map((cell) => valueAt(other, cell))).toEqual(lines[0]!.axis.values);
  });

  test('take the two axes that move the objective most: fees of 5 % a trade among them', () => {
    const view = sweepView(result);
    const { across, up } = mapSlice(view.grid!, view)!;
    expect([across.path, up.path]).toContain(FEE);
  });
});

describe('sweepWarnings', () => {
  const codes = (of: SweepResult): string[] => sweepWarnings(of, sweepPlateau(of)).map(({ code }) => code);

  test('begin with those of the bars, and tell few trades of the best', () => {
    const warnings = [{ code: 'GAPS', message: 'x' }] as const;
    const best = { ...result.best, metrics: { ...result.best.metrics, trades: 29 } };
    expect(codes({ ...result, warnings, best })).toEqual(expect.arrayContaining(['GAPS', 'FEW_TRADES']));
    expect(codes({ ...result, best: { ...best, metrics: { ...best.metrics, trades: 30 } } })).not.toContain('FEW_TRADES');
  });

  test('say when orders of a trial fill at the close they were decided on', async () => {
    expect(codes(result)).not.toContain('NOT_CAUSAL');
    const axis = await sweep({ grid: { 'execution.fill_price': ['open_next', 'close_same'] } });
    const base = await sweep({ base: { execution: { fill_price: 'close_same' } }, grid: { fast: [3, 4] } });
    expect(codes(axis)).toContain('NOT_CAUSAL');
    expect(codes(base)).toContain('NOT_CAUSAL');
  });

  test('say when trials have no objective, and when the best stands alone', () => {
    const plateau = { ...sweepPlateau(result)!, alone: true, at_edge: [FAST] };
    expect(sweepWarnings(result, plateau).map(({ code }) => code)).toEqual(expect.arrayContaining(['LONE_PEAK', 'BEST_AT_EDGE']));
    const sharpe = result.trials.metrics.sharpe.map((value, row) => (row === 0 ? NaN : value));
    const some = { ...result, trials: { ...result.trials, metrics: { ...result.trials.metrics, sharpe } } };
    expect(codes(some)).toContain('METRIC_NULL');
  });
});
