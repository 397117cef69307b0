import { expect, test } from '@jest/globals';
import { readVectors } from '@projecta/testing';
import { goldenDigests, type GoldenDigests } from './testing/golden-digests.twin.js';
import { goldenRuns } from './testing/golden-runs.twin.js';
import { runBacktest } from './run-backtest.js';

const frozen = readVectors<{ runs: Record<string, GoldenDigests> }>(import.meta.url, 'golden.json').runs;

test('every golden run gives the hash and the bits that are frozen', async () => {
  expect(await goldenDigests()).toEqual(frozen);
});

test('together they reach every reason of a fill, an ambiguous bar, ruin, gaps and a position left open', async () => {
  const runs = await Promise.all(Object.values(goldenRuns()).map(runBacktest));
  const reasons = new Set(runs.flatMap(({ fills }) => fills.map(({ reason }) => reason)));
  expect([...reasons].sort()).toEqual(['end', 'liquidation', 'signal', 'stop_loss', 'take_profit', 'time', 'trailing_stop']);
  const warnings = new Set(runs.flatMap(({ summary }) => summary.warnings.map(({ code }) => code)));
  for (const code of ['AMBIGUOUS_FILLS', 'RUINED', 'GAPS', 'ORDERS_CLIPPED', 'NOT_CAUSAL'] as const) expect(warnings).toContain(code);
  expect(runs.some(({ summary }) => summary.open_trade !== null)).toBe(true);
  expect(new Set(runs.map(({ config }) => config.risk.model)).size).toBe(3);
  expect(new Set(runs.map(({ config }) => config.execution.slippage_model.model)).size).toBe(4);
  expect(new Set(runs.map(({ config }) => config.execution.fill_price)).size).toBe(5);
});
