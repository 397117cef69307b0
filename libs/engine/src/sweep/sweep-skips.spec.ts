import { describe, expect, test } from '@jest/globals';
import type { RunConfig } from '../config/run-config.js';
import { RunCancelled } from '../progress.js';
import { prepareSweep } from './prepare-sweep.js';
import { runSweep } from './run-sweep.js';
import type { SweepConfig } from './sweep-config.js';
import { sweepSkips } from './sweep-skips.js';

const base: RunConfig = { symbol: 'TEST', timeframe: '1d', start: '2023-01-01', end: '2023-04-01', strategy: { name: 'dual_sma' } };

describe('the skips of a prepared sweep', () => {
  test.each<[string, SweepConfig]>([
    ['a grid', { base, grid: { fast: '5:20:5', slow: '10:200:10' } }],
    ['draws', { base, random: { trials: 40, fast: { min: 1, max: 30 }, slow: { min: 2, max: 120 } } }],
    ['a grid without any', { base, grid: { fast: [5, 6] } }],
  ])('of %s are those of its run', async (_, sweep) => {
    const skips = await sweepSkips(await prepareSweep({ sweep }));
    expect(skips).toEqual((await runSweep({ sweep })).skipped);
  });
  test('are not looked for any more once that is cancelled', async () => {
    const prepared = await prepareSweep({ sweep: { base, grid: { fast: [5] } } });
    await expect(sweepSkips(prepared, { signal: { aborted: true } })).rejects.toBeInstanceOf(RunCancelled);
  });
});

describe('a sweep says what is wrong with its candles', () => {
  test('under /base, where its base asks for them', async () => {
    const short = { ...base, end: '2023-01-02' };
    await expect(prepareSweep({ sweep: { base: short, grid: { fast: [5] } } })).rejects.toMatchObject({
      code: 'TOO_FEW_BARS',
      errors: [{ path: '/base/end' }],
    });
  });
  test('before it is run, where they cannot be cut into its blocks', async () => {
    const sweep = { base: { ...base, end: '2023-01-11' }, grid: { fast: [2] }, overfitting: { blocks: 24 } };
    await expect(prepareSweep({ sweep })).rejects.toMatchObject({ code: 'TOO_FEW_BARS', errors: [{ path: '/overfitting/blocks' }] });
  });
});
