import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { METRIC_IDS } from '@projecta/metrics';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { completedRun } from '../testing/completed-run.js';
import { type RunningServer, startServer } from '../testing/running-server.js';
import { SAMPLE } from '../testing/sample-config.js';

interface Comparison {
  readonly runs: readonly { readonly run_hash: string; readonly bars: number }[];
  readonly metrics: readonly {
    readonly id: string;
    readonly title: string;
    readonly unit: string;
    readonly values: readonly (number | null)[];
  }[];
  readonly config: readonly { readonly path: string; readonly values: readonly unknown[] }[];
  readonly equity: { readonly ts: readonly number[]; readonly values: readonly (readonly (number | null)[])[] };
}

let server: RunningServer;
let minutes: string;
let slower: string;
let hours: string;

beforeAll(async () => {
  server = await startServer();
  minutes = await completedRun(server, { ...SAMPLE, validation: {} });
  slower = await completedRun(server, {
    ...SAMPLE,
    validation: {},
    strategy: { name: 'dual_sma', params: { fast: 5, slow: 40 } },
    risk: { params: { fraction: 0.1 }, stop_loss: 0.05 },
  });
  hours = await completedRun(server, { ...SAMPLE, validation: {}, indicators: [], timeframe: '1h', end: '2024-01-03' });
});
afterAll(() => server.stop());

const get = (query: string): Promise<Response> => server.fetch(`/runs/compare?${query}`);

async function comparison(hashes: readonly string[], more = ''): Promise<Comparison> {
  const answer = await get(hashes.map((hash) => `hash=${hash}`).join('&') + more);
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/json; charset=utf-8']);
  return (await answer.json()) as Comparison;
}

describe('GET /runs/compare', () => {
  test('names the runs in the order asked for, by hash or its beginning', async () => {
    const { runs } = await comparison([slower, minutes.slice(0, 10), hours]);
    expect(runs.map(({ run_hash, bars }) => [run_hash, bars])).toEqual([
      [slower, 1440],
      [minutes, 1440],
      [hours, 48],
    ]);
  });

  test('has every metric of every run, as the run itself has it', async () => {
    const { metrics } = await comparison([minutes, slower]);
    expect(metrics.map(({ id }) => id)).toEqual([...METRIC_IDS]);
    for (const [i, hash] of [minutes, slower].entries()) {
      const own = ((await (await server.fetch(`/runs/${hash}`)).json()) as { metrics: Record<string, number | null> }).metrics;
      expect(Object.fromEntries(metrics.map(({ id, values }) => [id, values[i]]))).toEqual(own);
    }
    expect(metrics[0]).toMatchObject({ title: expect.any(String), unit: expect.any(String), lower_is_better: false });
  });

  test('has the places where the configs differ, null where a run has nothing', async () => {
    const { config } = await comparison([minutes, slower]);
    expect(config).toEqual([
      { path: '/risk/stop_loss', values: [null, 0.05] },
      { path: '/strategy/params/slow', values: [15, 40] },
    ]);
    const { config: three } = await comparison([minutes, slower, hours]);
    expect(three).toContainEqual({ path: '/timeframe', values: ['1m', '1m', '1h'] });
  });

  test('has the equity of all on one axis: the union of times, null at times that are none of a run’s bars', async () => {
    const { equity } = await comparison([minutes, hours], '&downsample=5000');
    const tables = await Promise.all(
      [minutes, hours].map(async (hash) => {
        const rows = await (await server.fetch(`/runs/${hash}/artifacts/equity.parquet?format=json&columns=ts,equity`)).json();
        return new Map((rows as { ts: number; equity: number }[]).map((row) => [row.ts, row.equity]));
      }),
    );
    const union = [...new Set(tables.flatMap((table) => [...table.keys()]))].sort((a, b) => a - b);
    expect(equity.ts).toEqual(union);
    expect(equity.values).toEqual(tables.map((table) => union.map((ts) => table.get(ts) ?? null)));
    expect(equity.values[1]!.filter((value) => value === null).length).toBe(union.length - 48);
  });

  test('is thinned to at most so many times as asked for, 1,000 when nothing is said', async () => {
    for (const [query, most] of [
      ['', 1_000],
      ['&downsample=20', 20],
      ['&downsample=333', 333],
    ] as const) {
      const { ts, values } = (await comparison([minutes, slower, hours], query)).equity;
      expect(ts.length).toBeLessThanOrEqual(most);
      expect(ts.length).toBeGreaterThan(most / 3);
      expect(values.map((list) => list.length)).toEqual([ts.length, ts.length, ts.length]);
      expect(ts[0]).toBe(Date.UTC(2024, 0, 1));
      expect(ts.at(-1)).toBe(Date.UTC(2024, 0, 2, 23));
    }
  });

  test('refuses one run, eleven, the same one twice, and parameters it does not know, with 422', async () => {
    const eleven = Array.from({ length: 11 }, (_, i) => `hash=${i.toString(16).repeat(64)}`).join('&');
    const queries = [
      '',
      `hash=${minutes}`,
      `hash=${minutes}&hash=${minutes}`,
      `hash=${minutes}&hash=${minutes.slice(0, 9)}`,
      eleven,
      `hash=${minutes}&hash=${hours}&downsample=19`,
      `hash=${minutes}&hash=${hours}&downsample=5001`,
      `hash=${minutes}&hash=${hours}&limit=3`,
    ];
    for (const query of queries) {
      const answer = await get(query);
      expect([query, answer.status, ((await answer.json()) as { code: string }).code]).toEqual([query, 422, 'VALIDATION_FAILED']);
    }
  });

  test('says which run is not there, and which is damaged', async () => {
    const missing = await get(`hash=${minutes}&hash=${'0'.repeat(64)}`);
    expect([missing.status, ((await missing.json()) as { code: string }).code]).toEqual([404, 'RUN_NOT_FOUND']);
    writeFileSync(join(server.home, 'runs', hours, 'equity.parquet'), 'PAR1');
    const damaged = await get(`hash=${minutes}&hash=${hours}`);
    expect([damaged.status, ((await damaged.json()) as { code: string }).code]).toEqual([500, 'ARTIFACT_DAMAGED']);
  });
});
