import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { canonicalJson } from '@projecta/hashing';
import { sha256Hex } from '@projecta/hashing/node';
import { appendFileSync, copyFileSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { completedRun } from '../testing/completed-run.js';
import { problemOf } from '../testing/problem-of.js';
import { type SampleArtifacts, sampleArtifacts } from '../testing/sample-artifacts.js';
import { SAMPLE } from '../testing/sample-config.js';

let sample: SampleArtifacts;

beforeAll(async () => {
  sample = await sampleArtifacts();
});
afterAll(() => sample.server.stop());

const bytesOf = async (answer: Response): Promise<Uint8Array> => new Uint8Array(await answer.arrayBuffer());

describe('a damaged artifact', () => {
  const NAME = 'trades.parquet';

  async function expectDamaged(): Promise<void> {
    const { status, code, detail } = await problemOf(await sample.file(NAME));
    expect([status, code]).toEqual([500, 'ARTIFACT_DAMAGED']);
    expect(detail).toMatch(/^trades\.parquet (cannot be read|is not what its manifest says|is no file)/);
    expect(detail).not.toContain(sample.server.home);
    expect(await problemOf(await sample.file(`${NAME}?format=csv`))).toMatchObject({ code: 'ARTIFACT_DAMAGED' });
    expect((await sample.file(NAME, { headers: { Range: 'bytes=0-3' } })).status).toBe(500);
  }

  test('is never served as good, although it was good when it was asked for first: changed, cut, swapped, gone', async () => {
    const [place, kept] = [join(sample.folder, NAME), join(sample.server.home, 'kept.parquet')];
    copyFileSync(place, kept);
    const good = sample.onDisk(NAME);
    expect((await sample.file(NAME)).status).toBe(200);

    const changed = Uint8Array.from(good);
    changed[10]! ^= 1;
    writeFileSync(place, changed);
    await expectDamaged();
    writeFileSync(place, good.subarray(0, 100));
    await expectDamaged();
    appendFileSync(place, 'x');
    await expectDamaged();
    copyFileSync(join(sample.folder, 'fills.parquet'), place);
    await expectDamaged();
    rmSync(place);
    await expectDamaged();
    symlinkSync(kept, place);
    expect(await problemOf(await sample.file(NAME))).toMatchObject({ code: 'ARTIFACT_DAMAGED' });
    rmSync(place);

    renameSync(kept, place);
    const answer = await sample.file(NAME);
    expect([answer.status, sha256Hex(await bytesOf(answer))]).toEqual([200, sha256Hex(good)]);
  });
});

test('after a run was removed and computed again, its files are served again', async () => {
  const config = { ...SAMPLE, seed: 7 };
  const hash = await completedRun(sample.server, config);
  const names = ['equity.parquet', 'manifest.json'];
  const before = await Promise.all(
    names.map(async (name) => (await sample.server.fetch(`/runs/${hash}/artifacts/${name}`)).headers.get('etag')),
  );
  expect((await sample.server.fetch(`/runs/${hash}`, { method: 'DELETE' })).status).toBe(204);
  expect((await sample.server.fetch(`/runs/${hash}/artifacts/equity.parquet`)).status).toBe(404);
  expect(await completedRun(sample.server, config)).toBe(hash);
  const after = await Promise.all(
    names.map(async (name) => (await sample.server.fetch(`/runs/${hash}/artifacts/${name}`)).headers.get('etag')),
  );
  expect(after[0]).toBe(before[0]);
  expect(after[1]).not.toBe(before[1]); // another place in the chain
  expect(canonicalJson(await (await sample.server.fetch(`/runs/${hash}/artifacts`)).json())).toBe(
    readFileSync(join(sample.server.home, 'runs', hash, 'manifest.json'), 'utf8'),
  );
});
