import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { openStage, type Stage } from './stage.js';

/** Where the figures of the last time are kept. */
const REPORT = fileURLToPath(new URL('../../../coverage/apps/studio/', import.meta.url));

/** 100,000 candles of a minute, with thousands of trades. */
const LARGE_RUN = {
  ...{ symbol: 'TEST', timeframe: '1m', start: '2024-01-01', end: '2024-03-10T10:40:00Z' },
  strategy: { name: 'dual_sma', params: { fast: 10, slow: 40 } },
};

/** The aims, 32 ms and 1.5 s, are a third of these, and the calmest round counts: what else the machine does must not fail a test. */
const MOST_FRAME_MS = 100;
const MOST_LOAD_MS = 5_000;
const LOADS = 5;
const ROUNDS = 3;

const figures: Record<string, unknown> = {};
let stage: Stage;
beforeAll(async () => void (stage = await openStage()));
afterAll(async () => {
  await stage.end();
  mkdirSync(REPORT, { recursive: true });
  writeFileSync(`${REPORT}frames.json`, `${JSON.stringify(figures, null, 2)}\n`);
  process.stdout.write(`${JSON.stringify(figures)}\n`);
});

test('the Run view answers to input soon after a first load', async () => {
  const loads: number[] = [];
  for (let i = 0; i < LOADS; i++) {
    const page = await stage.visit('#/run', { script: timeToAnswer }); // a new visitor: nothing is cached
    const { answered } = await page.waitForFunction(() => (window as unknown as Probed).probe).then((probe) => probe.jsonValue());
    loads.push(Math.round(answered));
    await page.context().close();
  }
  figures['time_to_interactive_ms'] = { first: loads[0], median: loads.toSorted((a, b) => a - b)[LOADS >> 1], loads };
  expect(Math.max(...loads)).toBeLessThan(MOST_LOAD_MS);
});

test('a chart of 100,000 candles follows the mouse', async () => {
  const { run_hash } = await stage.post<{ run_hash: string }>('/runs', LARGE_RUN);
  const page = await stage.visit(`#/result/${run_hash}`);
  await page.getByRole('application', { name: /over 100,000 bars/ }).waitFor();
  await page.locator('.legend', { hasText: 'sma_40' }).waitFor();
  await page.waitForLoadState('networkidle');
  const rounds: FrameTimes[] = [];
  for (let i = 0; i < ROUNDS; i++) {
    await page.evaluate(watchFrames);
    await panAndZoom(page);
    rounds.push(frameTimes(await page.evaluate(() => (window as unknown as Watched).watched())));
  }
  figures['frame_ms'] = rounds;
  for (const { frames } of rounds) expect(frames).toBeGreaterThan(50);
  expect(Math.min(...rounds.map(({ p95 }) => p95))).toBeLessThan(MOST_FRAME_MS);
  expect(stage.errors()).toEqual([]);
});

/** Drags and turns the wheel over all bars, over some hundreds of them, and on the way between. */
async function panAndZoom(page: Page): Promise<void> {
  const box = (await page.getByRole('application').boundingBox())!;
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 3];
  const drag = async (pixels: number): Promise<void> => {
    await page.mouse.move(x, y);
    await page.mouse.down();
    for (let i = 1; i <= 40; i++) await page.mouse.move(x + (pixels * i) / 40, y);
    await page.mouse.up();
  };
  const wheel = async (notches: number): Promise<void> => {
    await page.mouse.move(x, y);
    for (let i = 0; i < Math.abs(notches); i++) await page.mouse.wheel(0, 100 * Math.sign(notches));
  };
  await drag(300);
  await drag(-300);
  for (const pixels of [400, -400]) {
    await wheel(-15);
    await drag(pixels);
  }
  await wheel(30);
}

interface FrameTimes {
  readonly frames: number;
  readonly median: number;
  readonly p95: number;
  readonly longest: number;
  readonly long_tasks: number;
}

function frameTimes({ frames, tasks }: ReturnType<Watched['watched']>): FrameTimes {
  const sorted = frames.toSorted((a, b) => a - b);
  const at = (share: number): number => Number(sorted[Math.floor(share * (sorted.length - 1))]!.toFixed(1));
  return { frames: frames.length, median: at(0.5), p95: at(0.95), longest: at(1), long_tasks: tasks.length };
}

interface Probed {
  probe?: { readonly answered: number };
}

/**
 * Runs in a page from its very beginning: the time at which the form stood filled with a button to press, was given another strategy, and showed
 * that one's parameters. A view that only looks ready never gets there.
 */
function timeToAnswer(): void {
  let isAsked = false;
  const look = (): void => {
    const choice = document.querySelector<HTMLSelectElement>('select:has(option[value=dual_sma])');
    const button = document.querySelector<HTMLButtonElement>('.run-bar button:not([disabled])');
    const panel = choice?.closest('.panel')?.textContent ?? '';
    if (!isAsked && choice && button && choice.options.length > 5 && /fast/i.test(panel)) {
      isAsked = true;
      choice.value = 'momentum';
      choice.dispatchEvent(new Event('change', { bubbles: true }));
    }
    if (isAsked && choice?.value === 'momentum' && /lookback/i.test(panel)) {
      (window as unknown as Probed).probe = { answered: performance.now() };
      return;
    }
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

interface Watched {
  watched(): { readonly frames: readonly number[]; readonly tasks: readonly number[] };
}

/** Notes the time from each frame to the next, and every task of 50 ms or more, until it is asked for them. */
function watchFrames(): void {
  const frames: number[] = [];
  const tasks: number[] = [];
  new PerformanceObserver((list) => void tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: 'longtask' });
  let last: number | undefined;
  let isOn = true;
  const note = (now: number): void => {
    if (last !== undefined) frames.push(now - last);
    last = now;
    if (isOn) requestAnimationFrame(note);
  };
  requestAnimationFrame(note);
  (window as unknown as Watched).watched = () => {
    isOn = false;
    return { frames, tasks };
  };
}
