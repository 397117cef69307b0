import { expect, test } from '@jest/globals';
import { build } from 'esbuild';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { createContext, runInContext } from 'node:vm';

/** The bundle that a page gets. */
async function bundle(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('../src/index.ts', import.meta.url))],
    ...{ bundle: true, minify: true, write: false, format: 'iife', globalName: 'projecta', platform: 'browser', target: 'es2022' },
  });
  return outputFiles[0]!.text;
}

test('runs where there is nothing but what browsers have, and is small', async () => {
  const code = await bundle();
  expect(code).not.toMatch(/["']node:|\bBuffer\b|require\(/);
  expect(gzipSync(code).length).toBeLessThan(9_000);
  const asked: string[] = [];
  const page = {
    ...{ Request, Response, Headers, URL, URLSearchParams, AbortController, AbortSignal, TextDecoder, FormData },
    ...{ setTimeout, clearTimeout, performance },
    fetch: async (request: Request) => {
      asked.push(request.url);
      const frame = 'id: 1\nevent: run.completed\ndata: {"run_hash":"a","type":"run.completed"}\n\n';
      const headers = { 'Content-Type': 'text/event-stream' };
      return asked.length === 1 ? new Response(frame, { headers }) : new Response(null, { status: 204 });
    },
    told: [] as unknown[],
  };
  const program = `(async () => { for await (const event of projecta.createClient({ baseUrl: 'http://x' }).runs.events('a')) told.push(event); })()`;
  await runInContext(`${code};${program}`, createContext(page));
  expect(page.told).toEqual([{ id: 1, run_hash: 'a', type: 'run.completed' }]);
  expect(asked).toEqual(['http://x/runs/a/events', 'http://x/runs/a/events']);
});
