import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SMALL_RUN } from './configs.js';
import { openStage, type Stage } from './stage.js';

let stage: Stage;
let run_hash: string;
beforeAll(async () => {
  stage = await openStage();
  ({ run_hash } = await stage.post<{ run_hash: string }>('/runs', SMALL_RUN));
});
afterAll(() => stage.end());

test('the browser computes every file of a run again, bit for bit', async () => {
  const page = await stage.visit(`#/result/${run_hash}?tab=proof`);
  await page.getByRole('button', { name: 'Verify here' }).click();
  await page.locator('.notice.good', { hasText: 'equal, bit for bit' }).waitFor();
  const rows = page.locator('table.proofs tbody tr');
  expect(await rows.count()).toBe(12);
  expect(await rows.filter({ hasText: 'same bits' }).count()).toBe(12);
  expect(stage.errors()).toEqual([]);
});

test('a run whose artifact was changed on disk goes red, here and in the service’s own check', async () => {
  const name = 'metrics.json';
  const file = join(stage.home, found(stage.home, run_hash), name);
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, text.replace(/"sharpe":-?[0-9.]+/, '"sharpe":9.99'));
  try {
    const page = await stage.visit(`#/result/${run_hash}?tab=proof`);
    await page.getByRole('button', { name: 'Verify here' }).click();
    await page.locator('table.proofs tr.broken', { hasText: name }).waitFor();
    await page.getByRole('alert').filter({ hasText: name }).waitFor();
    await page.getByRole('button', { name: 'Ask the service' }).click();
    await page.locator('section', { hasText: 'The service’s own check' }).getByText(name).first().waitFor();
  } finally {
    writeFileSync(file, text);
    stage.errors(); // the service refuses to serve a damaged file, and the browser's console says so
  }
});

test('the chain holds', async () => {
  const page = await stage.visit('#/chain');
  await page.getByText('block holds').waitFor();
  expect(await page.locator('.chain li').count()).toBe(1);
  expect(stage.errors()).toEqual([]);
});

/** The folder of a run, from the home down. */
function found(home: string, hash: string): string {
  const folders = readdirSync(home, { recursive: true, withFileTypes: true });
  const folder = folders.find((entry) => entry.isDirectory() && entry.name === hash);
  if (!folder) throw new Error(`No folder of run ${hash} below ${home}.`);
  return join(folder.parentPath.slice(home.length), folder.name);
}
