import { expect, test } from '@jest/globals';
import { defineStrategy, int } from '@projecta/plugin';
import type { RunConfig } from './config/run-config.js';
import { marketOf } from './testing/market.twin.js';
import { runOn } from './testing/run-on.twin.js';

const MARKET = marketOf({ bars: 90, seed: 8 });
const about = { version: '1', title: 'Steps', description: 'Steps.' };

test('a step strategy that decides as a vector strategy does walks forward as it does', async () => {
  // NaN between the signals: what it keeps from before a window is the direction in force there
  const opinion = (close: (ago: number) => number, lookback: number): number =>
    close(0) > 1.02 * close(lookback) ? 1 : close(0) < 0.98 * close(lookback) ? -1 : NaN;
  const params = { lookback: int({ min: 1, default: 3 }) };
  const vector = defineStrategy({
    ...{ ...about, name: 'vector', params, inputs: ['close'] },
    target: ({ close }, { lookback }, out) => void out.forEach((_, t) => (out[t] = opinion((ago) => close[t - ago] ?? NaN, lookback))),
  });
  const step = defineStrategy({
    ...{ ...about, name: 'step', params },
    onBar: (view, _state, { lookback }) => opinion(view.close, lookback),
  });
  const config = (name: string): Partial<RunConfig> => ({
    strategy: { name },
    risk: { trailing_stop: 0.05 },
    execution: { fee_bps: 4 },
    metrics: { annualization: 252 },
    validation: {
      walk_forward: { folds: 4, scheme: 'rolling', embargo: 1, grid: { lookback: [2, 5, 3] } },
      overfitting: { blocks: 4, samples: 20 },
    },
  });
  const plugins = [vector, step];
  const [one, other] = [await runOn(MARKET, config('vector'), { plugins }), await runOn(MARKET, config('step'), { plugins })];
  expect(other.validation).toEqual(one.validation);
  expect(other.validation_detail).toEqual(one.validation_detail);
  expect(one.validation.walk_forward!.folds.every(({ out_of_sample }) => out_of_sample.trades! > 0)).toBe(true);
});

test('a step strategy sees every bar before a window flat, with the cash it will start with, and no bar after it', async () => {
  interface Seen {
    readonly t: number;
    readonly position: number;
    readonly equity: number;
  }
  const windows: Seen[][] = [];
  const watcher = defineStrategy({
    ...{ ...about, name: 'watcher', params: {} },
    start: () => {
      const seen: Seen[] = [];
      windows.push(seen);
      return seen;
    },
    onBar(view, seen: Seen[]) {
      seen.push({ t: view.t, position: view.position, equity: view.equity });
      return 1;
    },
  });
  const config = {
    strategy: { name: 'watcher' },
    execution: { initial_cash: 500 },
    validation: { walk_forward: { folds: 2, scheme: 'rolling' } },
  } as const;
  const run = await runOn(MARKET, config, { plugins: [watcher] });
  const { folds } = run.validation.walk_forward!;
  const starts = [500, 500, 500, folds[0]!.out_of_sample.final_equity!]; // the trains, then the tests
  const spans = [
    [0, 30],
    [30, 60],
    [30, 60],
    [60, 90],
  ] as const;
  windows.slice(-4).forEach((seen, i) => {
    const [from, to] = spans[i]!;
    expect(seen.map(({ t }) => t)).toEqual(Array.from({ length: to }, (_, t) => t));
    for (const one of seen.slice(0, from + 1)) expect(one).toMatchObject({ position: 0, equity: starts[i] });
    expect(seen[from + 1]!.position).toBeGreaterThan(0);
  });
});

test('a user’s strategy that looks ahead with other parameters than its own is caught before anything is chosen', async () => {
  const sly = defineStrategy({
    ...{ ...about, name: 'sly', params: { peek: int({ min: 0, default: 0 }) }, inputs: ['close'] },
    target: ({ close }, { peek }, out) => void out.forEach((_, t) => (out[t] = Math.sign(close[t + peek]! - close[t]!))),
  });
  const config = (peek: number[]) => ({ strategy: { name: 'sly' }, validation: { walk_forward: { grid: { peek } } } });
  await expect(runOn(MARKET, config([0, 1]), { plugins: [sly] })).rejects.toMatchObject({ code: 'LOOK_AHEAD' });
  await expect(runOn(MARKET, config([0]), { plugins: [sly] })).resolves.toBeDefined();
});
