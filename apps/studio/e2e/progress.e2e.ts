import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { LONG_RUN } from './configs.js';
import { openStage, type Stage } from './stage.js';

let stage: Stage;
beforeAll(async () => void (stage = await openStage()));
afterAll(() => stage.end());

test('a run is watched as it goes, also over a reload, and cancelled', async () => {
  const config = Buffer.from(JSON.stringify(LONG_RUN)).toString('base64url');
  const page = await stage.visit(`#/run?config=${config}`);
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  const bar = page.getByRole('progressbar');
  const share = async (): Promise<number> => Number(await bar.getAttribute('value'));
  await bar.waitFor();
  const [before] = [await share()];
  await page.waitForFunction((least) => Number(document.querySelector('progress')?.getAttribute('value')) > least, before);
  await page.reload();
  await bar.waitFor();
  expect(await share()).toBeGreaterThanOrEqual(before);
  await page.getByRole('button', { name: 'Cancel the run' }).click();
  await page
    .getByText(/cancelled/i)
    .first()
    .waitFor();
  expect(stage.errors()).toEqual([]);
});
