import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { runFolder, verifyRunFolder } from '@projecta/artifacts/node';
import { parseCandlesCsv } from '@projecta/candles';
import { cpSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { placeDataSet, stageDataSet } from './data/data-set-files.js';
import { homeIfThere, openHome, type Home } from './open-home.js';
import { processOwner } from './process-owner.js';
import { repairHome } from './repair-home.js';
import { runNow } from './runs/run-now.js';
import { submitRun } from './runs/submit-run.js';
import { settingsOf } from './settings.js';
import { testExecution, type TestExecution, toldOf } from './testing/execution.js';
import { SAMPLE, TEN_DAYS_CSV } from './testing/samples.js';

const DEAD = '999999999.1';
const { candles } = parseCandlesCsv(TEN_DAYS_CSV);
let place: TestExecution;
let home: Home;
/** A run that is kept. */
let kept: string;

beforeAll(async () => {
  place = await testExecution();
  home = place.home;
  kept = (await runNow(SAMPLE, place.execution())).run.run_hash;
});
afterAll(() => place.drop());

const runs = (): string[] => readdirSync(join(home.artifacts, 'runs')).sort();
const datasets = (): string[] => readdirSync(join(home.folder, 'datasets')).sort();
const stage = (symbol: string, owner: string) =>
  stageDataSet(candles, { symbol, timeframe: '1d', notes: [] }, { home: home.folder, owner });

/** A folder that looks like that of a run. */
function copyOfKept(name: string): void {
  cpSync(runFolder(home.artifacts, kept), join(home.artifacts, 'runs', name), { recursive: true });
}

describe('a repair', () => {
  test('of a home in order does nothing', async () => {
    expect(await repairHome(home)).toEqual({ queued: [], removed: [] });
    expect(runs()).toEqual([kept]);
  });
  test('queues the runs again whose process is gone, and leaves those of living ones', async () => {
    const [gone, alive] = [await place.identify({ ...SAMPLE, seed: 1 }), await place.identify({ ...SAMPLE, seed: 2 })];
    await submitRun(home, gone, { owner: { owner: DEAD } });
    await submitRun(home, alive, { owner: { owner: processOwner(process.ppid) } });
    expect((await repairHome(home)).queued).toEqual([gone.run_hash]);
    expect(await home.store.runs.get(gone.run_hash)).toMatchObject({ status: 'queued', attempt: 2 });
    expect(await home.store.runs.get(alive.run_hash)).toMatchObject({ status: 'running', attempt: 1 });
    expect(await toldOf(home, gone.run_hash)).toEqual(['1 run.queued', '1 run.started', '2 run.queued']);
  });
  test('removes half-written runs of dead processes; those of living ones stay', async () => {
    mkdirSync(join(home.artifacts, 'runs', `.tmp-${DEAD}-1`));
    writeFileSync(join(home.artifacts, 'runs', `.tmp-${DEAD}-1`, 'equity.parquet'), 'half');
    mkdirSync(join(home.artifacts, 'runs', `.tmp-${home.owner}-2`));
    expect((await repairHome(home)).removed).toEqual([`.tmp-${DEAD}-1`]);
    expect(runs()).toEqual([`.tmp-${home.owner}-2`, kept]);
  });
  test('removes the folder of a run that was placed and not committed, and that of one whose row is gone', async () => {
    const { run_hash: queued } = await place.identify({ ...SAMPLE, seed: 1 });
    const { run: removed } = await runNow({ ...SAMPLE, seed: 3 }, place.execution());
    await home.store.runs.remove(removed.run_hash); // and the process died before it removed the files
    copyOfKept(queued);
    expect([...(await repairHome(home)).removed].sort()).toEqual([queued, removed.run_hash].sort());
    expect(runs()).toEqual([`.tmp-${home.owner}-2`, kept]);
    expect((await verifyRunFolder(runFolder(home.artifacts, kept))).ok).toBe(true);
  });
  test('removes staged and placed candles of dead processes; those of living ones and those of data sets stay', async () => {
    await home.dataSets.put(await stage('KEPT', home.owner));
    await stage('STAGED', DEAD);
    await placeDataSet(home.folder, await stage('PLACED', DEAD));
    await placeDataSet(home.folder, await stage('KEPT', DEAD)); // the same version, put by somebody else
    const living = await stage('LIVING', home.owner);
    await repairHome(home);
    const left = living.temporary.split(/[\\/]/).at(-1)!;
    expect(datasets()).toEqual([left, 'KEPT']);
    expect(readdirSync(join(home.folder, 'datasets/KEPT/1d'))).toHaveLength(1);
    expect((await home.dataSets.put(living)).created).toBe(true);
    expect(datasets()).toEqual(['KEPT', 'LIVING']);
  });
  test('leaves what this database never heard of: it is another one’s', async () => {
    copyOfKept('e'.repeat(64));
    mkdirSync(join(home.folder, 'datasets/.tmp-symbol/1d'), { recursive: true }); // a symbol may be called so
    writeFileSync(join(home.folder, 'datasets/.tmp-symbol/1d', `${'a'.repeat(64)}.parquet`), 'x');
    const { databaseFile: _, ...folders } = place.settings;
    const other = await openHome({ ...folders, databaseFile: place.write('other.db', '') });
    await other.close();
    expect(runs()).toEqual([`.tmp-${home.owner}-2`, kept, 'e'.repeat(64)].sort());
    expect(datasets()).toEqual(['.tmp-symbol', 'KEPT', 'LIVING']);
    expect((await home.dataSets.versions('KEPT')).every(({ path }) => existsSync(path))).toBe(true);
  });
});

describe('opening a home', () => {
  test('makes one where there is none, unless it is only looked for', async () => {
    const settings = settingsOf({ PROJECTA_HOME: join(home.folder, 'inner') });
    expect(await homeIfThere(settings)).toBeNull();
    expect(existsSync(settings.home)).toBe(false);
    await (await openHome(settings)).close();
    const there = await homeIfThere(settings);
    expect(there?.folder).toBe(settings.home);
    await there?.close();
  });
  test('where a file is in the way says which folder cannot be written to', async () => {
    const settings = settingsOf({ PROJECTA_HOME: place.write('a-file', '') });
    await expect(openHome(settings)).rejects.toMatchObject({
      code: 'STORAGE_UNAVAILABLE',
      message: expect.stringMatching(/The folder .*a-file.* cannot be written to .*PROJECTA_HOME/),
    });
  });
});
