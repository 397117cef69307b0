import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { join } from 'node:path';
import sqlite3 from 'sqlite3';
import { SMALL_RUN } from './configs.js';
import { openStage, type Stage } from './stage.js';

/** More than the page asks for at once. */
const BLOCKS = 52;

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
  const config = { ...SMALL_RUN, end: '2023-01-05', validation: {} };
  await Promise.all(Array.from({ length: BLOCKS }, (_, seed) => stage.post('/runs', { ...config, seed })));
});
afterAll(() => stage.end());

test('the newest blocks are there at once and older ones on demand; a broken one is red where it comes', async () => {
  await changeManifest(2);
  const asked: string[] = [];
  const page = await stage.visit('#/run');
  page.on('request', (request) => void (/\/chain\?/.test(request.url()) && asked.push(new URL(request.url()).search)));
  await page.goto(`${stage.url}/#/chain`);
  const blocks = page.locator('.chain li');
  await blocks.first().getByText(`Block ${BLOCKS}`).waitFor();
  await page.getByRole('alert').getByText('broken at block 2').waitFor();
  expect([await blocks.count(), await page.locator('.chain li.broken').count(), asked]).toEqual([50, 0, ['?limit=50&order=desc']]);
  await page.getByRole('button', { name: 'Older blocks' }).click();
  await blocks.last().getByText('Block 1', { exact: true }).waitFor();
  expect(await page.locator('.chain li.broken strong').allInnerTexts()).toEqual(['Block 2']);
  expect([await blocks.count(), asked.length, await page.getByRole('button', { name: 'Older blocks' }).count()]).toEqual([BLOCKS, 2, 0]);
  expect(stage.errors()).toEqual([]);
});

/** Changes what a block seals, behind the service's back. */
function changeManifest(sequence: number): Promise<void> {
  const database = new sqlite3.Database(join(stage.home, 'projecta.db'));
  const change = `UPDATE manifests SET manifest = replace(manifest, '"format_version":', '"format_version":9') WHERE sequence = ?`;
  return new Promise((resolve, reject) => {
    database.run(change, [sequence], (error) => (error ? reject(error) : database.close(() => resolve())));
  });
}
