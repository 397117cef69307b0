import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { type RunningServer, startServer } from './testing/running-server.js';
import { SAMPLE } from './testing/sample-config.js';

const README = readFileSync(fileURLToPath(new URL('../../../README.md', import.meta.url)), 'utf8');

let server: RunningServer;

beforeAll(async () => {
  server = await startServer({ env: { PROJECTA_PORT: '8000' } }); // the README's port, word for word
}, 60_000);
afterAll(async () => {
  await server.stop();
});

/** The sh block of the README under this mark. */
function block(mark: string): string {
  const found = new RegExp(`<!-- sh:${mark} -->\\s+\`\`\`sh\\n([^]*?)\`\`\``).exec(README);
  if (!found) throw new Error(`The README has no block sh:${mark}.`);
  return found[1]!;
}

async function sh(script: string): Promise<string> {
  const { stdout } = await promisify(execFile)('sh', ['-c', script]);
  return stdout;
}

describe('the lines of the README', () => {
  test('the verification loop: both attempts show the same run_hash', async () => {
    const lines = (await sh(block('loop'))).trim().split('\n');
    const hashes = lines.map((line) => /^Attempt (\d) -> run_hash: ([0-9a-f]{64})$/.exec(line)?.[2]);
    expect(hashes.length).toBe(2);
    expect(hashes[0]).toMatch(/^[0-9a-f]{64}$/);
    expect(hashes[1]).toBe(hashes[0]);
  });
  test('presets: create, the same again, list, get, run, delete', async () => {
    const created = JSON.parse(await sh(block('create'))) as { preset_id: string };
    const again = JSON.parse(await sh(block('create'))) as { preset_id: string };
    expect(again.preset_id).toBe(created.preset_id);
    const [list, get, run, remove] = block('use').trim().replaceAll('<preset_id>', created.preset_id).split('\n');
    expect(JSON.parse(await sh(list!))).toMatchObject({ items: [{ preset_id: created.preset_id, name: 'dual_sma_default' }] });
    expect(JSON.parse(await sh(get!))).toMatchObject({ preset_id: created.preset_id, config: { strategy: { name: 'dual_sma' } } });
    expect(JSON.parse(await sh(run!))).toMatchObject({ created: true });
    expect(await sh(remove!)).toBe('');
    expect(JSON.parse(await sh(get!))).toMatchObject({ code: 'PRESET_NOT_FOUND' });
  });
});

describe('deterministic reruns', () => {
  const body = JSON.stringify(SAMPLE); // the original POST body, seed included
  const posted = (): Promise<Response> =>
    fetch('http://localhost:8000/runs', { method: 'POST', headers: { 'Content-Type': 'application/json', Prefer: 'wait=30' }, body });
  const json = async (path: string, accept = 'application/json'): Promise<unknown> =>
    (await fetch(`http://localhost:8000${path}`, { headers: { Accept: accept } })).json();

  test('the same JSON again is 200 with the same run_hash, and nothing is computed again', async () => {
    const first = (await (await posted()).json()) as { run_hash: string; status: string };
    expect(first.status).toBe('completed');
    const before = await json(`/runs/${first.run_hash}`);
    const second = await posted();
    expect(second.status).toBe(200);
    expect(await second.json()).toMatchObject({ run_hash: first.run_hash, created: false });
    expect(await json(`/runs/${first.run_hash}`)).toEqual(before);
  });
  test('artifacts and events are fetched as before, and the manifest holds its hash and its place in the chain', async () => {
    const { run_hash } = (await (await posted()).json()) as { run_hash: string };
    const manifest = (await json(`/runs/${run_hash}/artifacts`)) as Record<string, unknown>;
    expect(await json(`/runs/${run_hash}/artifacts/manifest.json`)).toEqual(manifest);
    expect(manifest).toMatchObject({ run_hash, manifest_hash: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(manifest).toHaveProperty('chain_prev');
    const events = await json(`/runs/${run_hash}/events`);
    expect(JSON.stringify(events)).toContain('run.completed');
    expect(await json(`/runs/${run_hash}/events`)).toEqual(events);
  });
});
