import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { SMALL_RUN, SMALL_SWEEP } from './configs.js';
import { openStage, type Stage } from './stage.js';

let stage: Stage;
beforeAll(async () => void (stage = await openStage()));
afterAll(() => stage.end());

test('two runs are chosen in the list and compared', async () => {
  await stage.post('/runs', SMALL_RUN);
  await stage.post('/runs', { ...SMALL_RUN, strategy: { name: 'dual_sma', params: { fast: 5, slow: 40 } } });
  const page = await stage.visit('#/runs');
  const boxes = page.getByRole('checkbox', { name: /^Compare run/ });
  await boxes.first().check();
  await boxes.nth(1).check();
  await page.getByRole('link', { name: 'Compare 2 runs' }).click();
  await page.getByRole('heading', { name: 'Compare' }).waitFor();
  await page.getByText('/strategy/params/fast').first().waitFor();
  expect(stage.errors()).toEqual([]);
});

test('a broken CSV is refused with line, column and text before anything is stored', async () => {
  const page = await stage.visit('#/data');
  const csv = 'date,open,high,low,close\n2024-01-01,1,2,0.5,1.5\n2024-01-02,1,2,oops,1.5\n';
  await page.setInputFiles('input[type=file]', { name: 'broken.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
  const problems = page.locator('.upload-problems');
  await problems.waitFor();
  expect(await problems.innerText()).toMatch(/line 3[\s\S]*low[\s\S]*oops/);
  expect((await (await fetch(`${stage.url}/datasets`)).json()) as { items: unknown[] }).toMatchObject({ items: [{ symbol: 'TEST' }] });
});

test('a sound CSV is understood, stored, and listed', async () => {
  const page = await stage.visit('#/data');
  const rows = Array.from({ length: 40 }, (_, day) => `${new Date(Date.UTC(2024, 0, day + 1)).toISOString().slice(0, 10)},10,12,9,11,100`);
  const csv = `date,open,high,low,close,volume\n${rows.join('\n')}\n`;
  await page.setInputFiles('input[type=file]', { name: 'mine.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
  await page.getByRole('button', { name: /^Store/ }).click();
  await page
    .locator('main table')
    .getByText(/^mine$/i)
    .first()
    .waitFor();
  expect(stage.errors()).toEqual([]);
});

test('a sweep has its map, and a cell opens as a run', async () => {
  const { sweep_hash } = await stage.post<{ sweep_hash: string }>('/sweeps', SMALL_SWEEP);
  const page = await stage.visit(`#/sweep/${sweep_hash}`);
  const map = page.getByRole('grid').first();
  await map.waitFor();
  await map.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: 'Chart and trades' }).waitFor();
  expect(page.url()).toMatch(/#\/result\/[0-9a-f]{64}/);
  expect(stage.errors()).toEqual([]); // the run was not there, and was not asked for in vain
});
