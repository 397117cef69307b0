import { expect, test } from '@jest/globals';
import { type MetricId, type OpenTrialPool, type Progress, runSweep, type SweepConfig } from '@projecta/engine';
import { openTrialPool } from './open-trial-pool.js';

/** Compiled: workers run without the transformation that specs are read through. */
const body = new URL('../dist/node/trial-worker.js', import.meta.url);

const base = {
  ...{ symbol: 'TEST', timeframe: '1d', start: '2022-01-01', end: '2022-07-20' },
  strategy: { name: 'dual_sma', params: { fast: 4, slow: 9 } },
};
/** Some of it is skipped, as the slow window is below the fast one, and some never trades. */
const grid = { fast: '2:12:1', slow: [5, 9, 100, 198] };

/** The trials that a sweep tells of, and those that its table has, skipped ones as without a value; both in order of their numbers. */
async function trialsOf(sweep: SweepConfig, pool?: OpenTrialPool) {
  const told: Progress[] = [];
  const result = await runSweep({ sweep, onProgress: (progress) => void told.push(progress), ...(pool && { pool }) });
  const kept = new Map<number, number | null>(Array.from({ length: result.tried }, (_, trial) => [trial, null]));
  result.trials.metrics[result.objective as MetricId].forEach(
    (value, row) => Number.isNaN(value) || kept.set(result.trials.trial[row]!, value),
  );
  return { told, kept: [...kept], all: told.flatMap(({ trials = [] }) => trials).sort(([a], [b]) => a - b) };
}

const SWEEPS: Readonly<Record<string, SweepConfig>> = {
  'a grid': { base, grid },
  'a grid whose objective does not always exist': { base, grid, objective: 'win_rate' },
  'random draws, judged': {
    base,
    random: { trials: 20, fast: { min: 2, max: 12, step: 1 }, slow: { values: [5, 30] } },
    overfitting: { blocks: 4, samples: 9 },
  },
};

test.each(Object.keys(SWEEPS))('every trial of %s is told once, with the objective that the table has', async (name) => {
  const { told, all, kept } = await trialsOf(SWEEPS[name]!);
  expect(all).toEqual(kept);
  expect(kept.some(([, value]) => value === null) && kept.some(([, value]) => value !== null)).toBe(true);
  expect(told.filter(({ trials }) => trials).every(({ stage }) => stage === 'sweep')).toBe(true);
});
test('by a pool every trial is told once, too', async () => {
  for (const workers of [1, 3]) {
    const pool = openTrialPool({ workers, body, least: 0 });
    await pool.ready;
    for (const sweep of Object.values(SWEEPS)) {
      const { all, kept } = await trialsOf(sweep, pool);
      expect(all).toEqual(kept);
    }
    await pool.end();
  }
}, 60_000);
