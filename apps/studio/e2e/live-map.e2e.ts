import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { LONG_SWEEP, SMALL_SWEEP } from './configs.js';
import { seriousFindings } from './serious-findings.js';
import { openStage, type Stage } from './stage.js';

/** Screenshots in the middle of a sweep, to be looked at. */
const PICTURES = fileURLToPath(new URL('../../../coverage/apps/studio/pictures/', import.meta.url));

let stage: Stage;
beforeAll(async () => {
  mkdirSync(PICTURES, { recursive: true });
  stage = await openStage();
});
afterAll(() => stage.end());

interface DrawnMap {
  readonly width: number;
  readonly height: number;
  /** By cell, in few digits; empty where there is none. */
  readonly values: readonly string[];
  /** The cells of each colour. */
  readonly colours: readonly string[];
}

async function drawnMap(page: Page): Promise<DrawnMap> {
  const map = page.locator('.map-holder svg.map');
  await map.waitFor();
  return map.evaluate((svg) => ({
    width: svg.getBoundingClientRect().width,
    height: svg.getBoundingClientRect().height,
    values: svg.getAttribute('data-values')!.split(';'),
    colours: [...svg.querySelectorAll('.cells path[class^=h]')].flatMap((path) =>
      /^h\d$/.test(path.getAttribute('class')!) ? [`${path.getAttribute('class')} ${path.getAttribute('d')}`] : [],
    ),
  }));
}

const known = ({ values }: DrawnMap): number => values.filter((value) => value !== '').length;

/** The map once so many of its cells are filled. */
async function mapWith(page: Page, cells: number): Promise<DrawnMap> {
  await page.waitForFunction((least) => {
    const values = document.querySelector('.map-holder svg.map')?.getAttribute('data-values')?.split(';') ?? [];
    return values.filter((value) => value !== '').length >= least;
  }, cells);
  return drawnMap(page);
}

async function beginSweep(sweep: object): Promise<string> {
  const headers = { 'Content-Type': 'application/json' };
  const answer = await fetch(`${stage.url}/sweeps`, { method: 'POST', headers, body: JSON.stringify(sweep) });
  return ((await answer.json()) as { readonly sweep_hash: string }).sweep_hash;
}

/** The map of the sweep once it has ended. */
async function finishedMap(page: Page): Promise<DrawnMap> {
  await page.getByRole('grid').waitFor({ timeout: 120_000 });
  return drawnMap(page);
}

test('the map of a sweep fills while it runs, also over a reload, with the values of the finished one in their places', async () => {
  const page = await stage.visit(`#/sweep/${await beginSweep(LONG_SWEEP)}`);
  const empty = await drawnMap(page);
  expect(empty.values).toHaveLength(150);
  const early = await mapWith(page, 5);
  expect(known(early)).toBeLessThan(150);
  await page.getByText('of 150 combinations have ended').waitFor();

  await page.reload();
  const reloaded = await mapWith(page, known(early));
  expect(known(reloaded)).toBeLessThan(150);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.screenshot({ path: join(PICTURES, `live-map-${colorScheme}.png`), fullPage: true });
    expect(await seriousFindings(page)).toEqual([]);
  }
  await page.setViewportSize({ width: 390, height: 844 });
  await page.screenshot({ path: join(PICTURES, 'live-map-390.png'), fullPage: true });
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
  await page.setViewportSize({ width: 1440, height: 900 });

  const finished = await finishedMap(page);
  expect(known(finished)).toBe(150);
  for (const { width, height, values } of [empty, early, reloaded]) {
    expect([width, height]).toEqual([finished.width, finished.height]);
    expect(values).toEqual(values.map((value, cell) => (value === '' ? '' : finished.values[cell])));
  }
  expect(stage.errors()).toEqual([]);
});

test('the map of all trials is the finished one, colour by colour', async () => {
  const page = await stage.visit(`#/sweep/${await beginSweep({ ...SMALL_SWEEP, overfitting: { samples: 2_000 } })}`);
  await page.getByText('30 of 30 combinations have ended').waitFor(); // they are judged after that
  const full = await drawnMap(page);
  expect(await page.getByRole('grid').count()).toBe(0); // the finished one is not there yet
  expect(await finishedMap(page)).toEqual(full);
});
