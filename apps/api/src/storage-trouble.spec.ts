import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type RunningServer, startServer } from './testing/running-server.js';
import { SAMPLE } from './testing/sample-config.js';

/** A disk of a few megabytes where the machine lets us have one, else a bound on the size of each file: both end in writes that fail. */
const small = join(mkdtempSync(join(tmpdir(), 'projecta-full-')), 'disk');
mkdirSync(small);
const hasDisk = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=6m', 'tmpfs', small]).status === 0;

let server: RunningServer;

beforeAll(async () => {
  server = await startServer({ home: join(small, 'home'), ...(!hasDisk && { shell: "trap '' XFSZ; ulimit -f 2000; exec" }) });
}, 60_000);
afterAll(async () => {
  await server.stop();
  if (hasDisk) execFileSync('umount', [small]);
  rmSync(join(small, '..'), { recursive: true, force: true });
});

interface Answer {
  readonly run_hash?: string;
  readonly status?: string | number;
  readonly code?: string;
}

async function posted(seed: number): Promise<{ readonly http: number; readonly answer: Answer }> {
  const response = await server.post('/runs', { ...SAMPLE, seed }, { Prefer: 'wait=20' });
  return { http: response.status, answer: (await response.json()) as Answer };
}

describe('a disk that fills up', () => {
  const kept: string[] = [];

  test('is told: a run fails or is refused with STORAGE_UNAVAILABLE, readiness says which part, and reading goes on', async () => {
    let last: Answer = {};
    for (let seed = 0; seed < 200; seed++) {
      const { http, answer } = await posted(seed);
      last = answer;
      if (http !== 201 || answer.status !== 'completed') break;
      kept.push(answer.run_hash!);
    }
    expect(kept.length).toBeGreaterThan(0);
    if (last.code !== undefined) expect(last).toMatchObject({ code: 'STORAGE_UNAVAILABLE', status: 503, retryable: true });
    if (hasDisk) writeFileSync(join(small, 'ballast'), '');
    fill();
    const refused = await posted(1_000);
    expect([refused.http, refused.answer.code]).toEqual([503, 'STORAGE_UNAVAILABLE']);
    const ready = await server.fetch('/health/ready');
    expect(ready.status).toBe(503);
    const { checks } = (await ready.json()) as { checks: Record<string, { ok: boolean; message: string }> };
    expect([checks['database']!.ok, checks['artifacts']!.ok]).toContain(false);
    expect((await server.fetch('/health')).status).toBe(200);
    for (const run_hash of kept.slice(0, 3)) expect((await server.fetch(`/runs/${run_hash}`)).status).toBe(200);
  }, 240_000);

  test('is forgotten once there is room: what was kept is whole, and runs go on', async () => {
    if (hasDisk) execFileSync('mount', ['-o', 'remount,size=200m', small]);
    else {
      await server.stop();
      server = await startServer({ home: join(small, 'home') });
    }
    const { http, answer } = await posted(2_000);
    expect([http, answer.status]).toEqual([201, 'completed']);
    expect(await (await server.fetch('/chain/verify')).json()).toMatchObject({ ok: true });
    for (const run_hash of kept) expect(await (await server.fetch(`/runs/${run_hash}/verify`)).json()).toMatchObject({ ok: true });
  }, 120_000);
});

/** The last bytes of the disk, so that nothing fits any more. */
function fill(): void {
  if (hasDisk) spawnSync('dd', ['if=/dev/zero', `of=${join(small, 'ballast')}`, 'bs=4k'], { stdio: 'ignore' });
}
