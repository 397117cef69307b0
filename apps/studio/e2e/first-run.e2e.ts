import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openStage, type Stage } from './stage.js';

/** Most JavaScript that the first view may load, compressed. */
const BUDGET_BYTES = 200_000;

let stage: Stage;
beforeAll(async () => void (stage = await openStage()));
afterAll(() => stage.end());

test('from the first visit to the first result is one click', async () => {
  const page = await stage.visit();
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await page.getByRole('link', { name: 'Chart and trades' }).waitFor();
  expect(page.url()).toMatch(/#\/result\/[0-9a-f]{64}/);
  expect(await page.getByText('Total return').first().isVisible()).toBe(true);
  expect(stage.errors()).toEqual([]);
});

test('a known run is said to be known', async () => {
  const page = await stage.visit();
  await page.getByRole('button', { name: 'Open the result' }).click();
  await page.getByRole('link', { name: 'Chart and trades' }).waitFor();
});

test('the first view loads little', async () => {
  const page = await stage.visit('#/run');
  await page.getByRole('heading', { name: 'Run a backtest' }).waitFor();
  const bytes = await page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .filter(({ name }) => name.endsWith('.js'))
      .reduce((sum, entry) => sum + (entry as PerformanceResourceTiming).encodedBodySize, 0),
  );
  expect(bytes).toBeGreaterThan(0);
  expect(bytes).toBeLessThanOrEqual(BUDGET_BYTES);
});
