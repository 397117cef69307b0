import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startServer } from './running-server.js';

/**
 * Whether memory stays flat while many runs come and go under retention: node apps/api/dist/testing/run-memory-rounds.js [RUNS].
 * Prints the server's memory as it goes, and how many runs lie on the disk at the end.
 */

const [runs = 10_000] = process.argv.slice(2).map(Number);
const AT_ONCE = 8;
const EVERY = Math.max(1, Math.floor(runs / 20));
const home = mkdtempSync(join(tmpdir(), 'projecta-memory-'));
const server = await startServer({ home, env: { PROJECTA_RETENTION: '100' } });

const config = (seed: number): object => ({
  ...{ symbol: 'TEST', timeframe: '1h', start: '2024-01-01', end: '2024-01-08', seed },
  strategy: { name: 'dual_sma', params: { fast: 3, slow: 8 } },
});

async function memory(): Promise<{ readonly rss: number; readonly heap: number }> {
  const text = await (await server.fetch('/metrics')).text();
  const read = (name: string): number => Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(text)?.[1]) / 1e6;
  return { rss: read('process_resident_memory_bytes'), heap: read('nodejs_heap_size_used_bytes') };
}

const since = performance.now();
let next = 0;
let done = 0;
const poster = async (): Promise<void> => {
  while (next < runs) {
    const response = await server.post('/runs', config(next++), { Prefer: 'wait=60' });
    const { status } = (await response.json()) as { readonly status: string };
    if (status !== 'completed') throw new Error(`A run ended ${status}: ${response.status}`);
    done++;
    if (done % EVERY !== 0) continue;
    const { rss, heap } = await memory();
    console.log(
      `${String(done).padStart(6)} runs  ${Math.round((performance.now() - since) / 1000)} s  rss ${rss.toFixed(0)} MB  heap ${heap.toFixed(0)} MB`,
    );
  }
};
await Promise.all(Array.from({ length: AT_ONCE }, poster));
console.log(`${readdirSync(join(home, 'runs')).length} folders of runs are left`);
await server.stop();
rmSync(home, { recursive: true, force: true });
