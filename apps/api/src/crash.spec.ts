import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chanceOf } from './testing/chance.js';
import { crashRounds } from './testing/crash-rounds.js';

// the long form, 100 rounds and more, is `nx run api:crash`; its figures are in specs/reliability.md
const ROUNDS = 4;

let home: string;

beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'projecta-crash-'));
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

test('kill -9 at random instants loses no acknowledged run, makes no second result, leaves no orphan and no gap in the chain', async () => {
  const report = await crashRounds({ home, rounds: ROUNDS, chance: chanceOf(20_240_101) });
  expect(report).toMatchObject({
    ...{ lost: [], unfinished: [], with_two_results: [], damaged: [], orphans: [], events_out_of_line: [] },
    chain: { ok: true },
  });
  expect(report.acknowledged).toBeGreaterThan(0);
  expect(report.chain.length).toBeGreaterThanOrEqual(report.acknowledged);
}, 240_000);
