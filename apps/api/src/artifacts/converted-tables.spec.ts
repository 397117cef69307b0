import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { formatTable, tableFromParquet } from '@projecta/artifacts';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { problemOf } from '../testing/problem-of.js';
import { type SampleArtifacts, sampleArtifacts } from '../testing/sample-artifacts.js';

const EQUITY = 'equity.parquet';

let sample: SampleArtifacts;

beforeAll(async () => {
  sample = await sampleArtifacts();
});
afterAll(() => sample.server.stop());

const bytesOf = async (answer: Response): Promise<Uint8Array> => new Uint8Array(await answer.arrayBuffer());

describe('a table in another form', () => {
  const table = async (query: string): Promise<Response> => sample.file(`${EQUITY}?${query}`);

  test.each([
    ['csv', 'text/csv; charset=utf-8'],
    ['json', 'application/json'],
    ['arrow', 'application/vnd.apache.arrow.file'],
  ] as const)('as %s is what the libraries make of it', async (format, media_type) => {
    const expected = formatTable(await tableFromParquet(sample.onDisk(EQUITY)), format);
    const answer = await table(`format=${format}`);
    expect(answer.headers.get('content-type')).toBe(media_type);
    expect(answer.headers.get('content-disposition')).toBe(`inline; filename="${sample.run_hash.slice(0, 12)}-equity.${format}"`);
    const bytes = await bytesOf(answer);
    expect(answer.headers.get('content-length')).toBe(String(bytes.length));
    expect(Buffer.from(bytes).equals(Buffer.from(expected))).toBe(true);
  });

  test('has a tag of its own that follows from file and query, and ranges', async () => {
    const tags = new Map<string, string>();
    for (const query of ['format=csv', 'format=json', 'format=csv&limit=3', 'format=csv&columns=ts', 'columns=ts', 'downsample=9']) {
      const answer = await table(query);
      tags.set(query, answer.headers.get('etag')!);
      expect(answer.headers.get('cache-control')).toBe('private, max-age=31536000, immutable, no-transform');
      expect((await table(query)).headers.get('etag')).toBe(tags.get(query));
    }
    expect(new Set(tags.values()).size).toBe(tags.size);
    expect([...tags.values()]).not.toContain((await sample.file(EQUITY, { method: 'HEAD' })).headers.get('etag'));
    const known = await table('format=csv');
    expect((await sample.file(`${EQUITY}?format=csv`, { headers: { 'If-None-Match': known.headers.get('etag')! } })).status).toBe(304);
    const part = await sample.file(`${EQUITY}?format=csv`, { headers: { Range: 'bytes=0-8' } });
    expect([part.status, await part.text()]).toEqual([206, 'ts,equity']);
    const head = await sample.file(`${EQUITY}?format=csv`, { method: 'HEAD' });
    expect(head.headers.get('content-length')).toBe(known.headers.get('content-length'));
  });

  test('has the last rows of a limit, the columns in the order wanted, and thinned rows, in Parquet too', async () => {
    const whole = (await (await table('format=json')).json()) as { ts: number; equity: number; cash: number }[];
    expect(await (await table('format=json&columns=cash,ts&limit=2')).json()).toEqual(
      whole.slice(-2).map(({ cash, ts }) => ({ cash, ts })),
    );
    const thin = (await (await table('format=json&columns=ts,equity&downsample=50')).json()) as { ts: number; equity: number }[];
    expect(thin).toHaveLength(50);
    expect([thin[0], thin.at(-1)]).toEqual([whole[0], whole.at(-1)].map((row) => ({ ts: row!.ts, equity: row!.equity })));
    const times = new Map(whole.map(({ ts, equity }) => [ts, equity]));
    expect(thin.every(({ ts, equity }) => times.get(ts) === equity)).toBe(true);
    const parquet = await table('columns=ts,equity&downsample=50');
    expect(parquet.headers.get('content-type')).toBe('application/vnd.apache.parquet');
    expect(formatTable(await tableFromParquet(await bytesOf(parquet)), 'json')).toBe(
      await (await table('format=json&columns=ts,equity&downsample=50')).text(),
    );
  });

  test('leaves nothing behind', async () => {
    await table('format=csv&downsample=40');
    await table('columns=nope');
    expect(readdirSync(join(sample.server.home, 'datasets')).filter((name) => name.startsWith('.tmp-'))).toEqual([]);
  });

  test('is refused with every problem: unknown columns, parameters, formats, numbers out of range', async () => {
    const columns = await problemOf(await table('columns=equty,ts,foo'));
    expect([columns.status, columns.code]).toEqual([422, 'VALIDATION_FAILED']);
    expect(columns.errors!.map(({ path }) => path)).toEqual(['/columns', '/columns']);
    expect(columns.errors![0]!.message).toContain('Did you mean "equity"?');
    const query = await problemOf(await table('format=xlsx&limit=0&downsample=1&colums=ts'));
    expect(query.errors!.map(({ path, code }) => [path, code]).sort()).toEqual([
      ['/colums', 'UNKNOWN_KEY'],
      ['/downsample', 'OUT_OF_RANGE'],
      ['/format', 'NOT_ALLOWED'],
      ['/limit', 'OUT_OF_RANGE'],
    ]);
    for (const name of ['metrics.json', 'report.html', 'manifest.json']) {
      const { status, errors } = await problemOf(await sample.file(`${name}?format=csv&limit=3`));
      expect([status, errors!.map(({ path }) => path)]).toEqual([422, ['/format', '/limit']]);
    }
  });

  test('of every table of a run can be had in every format', async () => {
    for (const { name } of sample.manifest.artifacts.filter((one) => one.name.endsWith('.parquet'))) {
      for (const format of ['csv', 'json', 'arrow']) {
        const answer = await sample.file(`${name}?format=${format}&downsample=30`);
        expect([name, format, answer.status]).toEqual([name, format, 200]);
        await answer.arrayBuffer();
      }
    }
  });
});
