import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { SMALL_RUN, SMALL_SWEEP } from './configs.js';
import { seriousFindings } from './serious-findings.js';
import { openStage, type Stage } from './stage.js';

/** Screenshots of each view in both themes, to be looked at. */
const PICTURES = fileURLToPath(new URL('../../../coverage/apps/studio/pictures/', import.meta.url));

let stage: Stage;
let views: Record<string, string>;
beforeAll(async () => {
  mkdirSync(PICTURES, { recursive: true });
  stage = await openStage();
  const first = await stage.post<{ run_hash: string }>('/runs', SMALL_RUN);
  const second = await stage.post<{ run_hash: string }>('/runs', { ...SMALL_RUN, seed: 7 });
  const { sweep_hash } = await stage.post<{ sweep_hash: string }>('/sweeps', SMALL_SWEEP);
  views = {
    run: '#/run',
    runs: '#/runs',
    chart: `#/result/${first.run_hash}`,
    performance: `#/result/${first.run_hash}?tab=performance`,
    evidence: `#/result/${first.run_hash}?tab=evidence`,
    files: `#/result/${first.run_hash}?tab=files`,
    proof: `#/result/${first.run_hash}?tab=proof`,
    compare: `#/compare?hash=${first.run_hash}&hash=${second.run_hash}`,
    sweeps: '#/sweeps',
    sweep: `#/sweep/${sweep_hash}`,
    data: '#/data',
    chain: '#/chain',
  };
});
afterAll(() => stage.end());

test.each(['light', 'dark'] as const)('axe finds nothing serious on any view, %s, and no view throws', async (colorScheme) => {
  const found: Record<string, string[]> = {};
  for (const [name, fragment] of Object.entries(views)) {
    const page = await stage.visit(fragment, { colorScheme });
    await settled(page);
    await page.screenshot({ path: join(PICTURES, `${name}-${colorScheme}.png`), fullPage: true });
    const serious = await seriousFindings(page);
    if (serious.length > 0) found[name] = serious;
    await page.context().close();
  }
  expect(found).toEqual({});
  expect(stage.errors()).toEqual([]);
});

test('no view is wider than a phone', async () => {
  const wide: string[] = [];
  for (const [name, fragment] of Object.entries(views)) {
    const page = await stage.visit(fragment, { viewport: { width: 390, height: 844 } });
    await settled(page);
    await page.screenshot({ path: join(PICTURES, `${name}-390.png`), fullPage: true });
    if (await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)) wide.push(name);
    await page.context().close();
  }
  expect(wide).toEqual([]);
});

/** Everything that a view waits for has come. */
async function settled(page: Page): Promise<void> {
  await page.locator('main h1').first().waitFor();
  await page.waitForFunction(() => document.querySelector('.waiting') === null);
  await page.waitForLoadState('networkidle');
}
