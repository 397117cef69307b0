import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sha256Hex } from '@projecta/hashing/node';
import { rmSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { join } from 'node:path';
import { problemOf } from '../testing/problem-of.js';
import { type SampleArtifacts, sampleArtifacts } from '../testing/sample-artifacts.js';
import { SAMPLE } from '../testing/sample-config.js';

const EQUITY = 'equity.parquet';

let sample: SampleArtifacts;

beforeAll(async () => {
  sample = await sampleArtifacts();
});
afterAll(() => sample.server.stop());

const bytesOf = async (answer: Response): Promise<Uint8Array> => new Uint8Array(await answer.arrayBuffer());

describe('GET /runs/{run_hash}/artifacts', () => {
  test('is the manifest, under its own hash', async () => {
    const answer = await sample.server.fetch(`/runs/${sample.run_hash}/artifacts`);
    expect(await answer.json()).toEqual(sample.manifest);
    expect(answer.headers.get('etag')).toBe(`W/"${sample.manifest.manifest_hash}"`);
    expect(answer.headers.get('cache-control')).toBe('private, no-cache');
    const again = await sample.server.fetch(`/runs/${sample.run_hash}/artifacts`, {
      headers: { 'If-None-Match': answer.headers.get('etag')! },
    });
    expect(again.status).toBe(304);
  });

  test('takes the beginning of a hash, and no parameters', async () => {
    expect((await sample.server.fetch(`/runs/${sample.run_hash.slice(0, 8)}/artifacts`)).status).toBe(200);
    expect(await problemOf(await sample.server.fetch(`/runs/${sample.run_hash}/artifacts?limit=1`))).toMatchObject({
      status: 422,
      errors: [{ path: '/limit' }],
    });
  });

  test('of a run that is not there, or has not been completed, is a 404 that says so', async () => {
    expect(await problemOf(await sample.server.fetch(`/runs/${'0'.repeat(64)}/artifacts`))).toMatchObject({
      status: 404,
      code: 'RUN_NOT_FOUND',
    });
    const failing = await sample.server.post('/runs', { ...SAMPLE, seed: 1, validation: { permutation: { trials: 90_000 } } });
    const { run_hash: other } = (await failing.json()) as { run_hash: string };
    const { status, code, detail } = await problemOf(await sample.server.fetch(`/runs/${other}/artifacts`));
    await sample.server.fetch(`/runs/${other}/cancel`, { method: 'POST' });
    expect([status, code]).toEqual([404, 'ARTIFACT_NOT_FOUND']);
    expect(detail).toMatch(/is (queued|running); only a completed run has artifacts/);
  });
});

describe('an artifact', () => {
  test('of every name of the manifest arrives byte for byte, with its media type, its SHA-256 as tag, and for good', async () => {
    expect(sample.manifest.artifacts).toHaveLength(13);
    for (const { name, sha256, media_type, size } of sample.manifest.artifacts) {
      const answer = await sample.file(name);
      const bytes = await bytesOf(answer);
      expect([name, answer.status, bytes.length, sha256Hex(bytes)]).toEqual([name, 200, size, sha256]);
      const { headers } = answer;
      expect(headers.get('content-type')).toBe(media_type);
      expect(headers.get('content-length')).toBe(String(size));
      expect(headers.get('etag')).toBe(`"${sha256}"`);
      expect(headers.get('cache-control')).toBe('private, max-age=31536000, immutable, no-transform');
      expect(headers.get('accept-ranges')).toBe('bytes');
      expect(headers.get('content-disposition')).toBe(`inline; filename="${sample.run_hash.slice(0, 12)}-${name}"`);
      expect(headers.get('content-encoding')).toBeNull();
      expect(headers.get('x-content-type-options')).toBe('nosniff');
    }
  });

  test('manifest.json is there as it lies on the disk, and asked for anew each time', async () => {
    const answer = await sample.file('manifest.json');
    expect(answer.headers.get('cache-control')).toBe('private, no-cache, no-transform');
    const bytes = await bytesOf(answer);
    expect(Buffer.from(bytes).equals(sample.onDisk('manifest.json'))).toBe(true);
    expect(answer.headers.get('etag')).toBe(`"${sha256Hex(bytes)}"`);
  });

  test('under the beginning of a hash is the same, but not for good', async () => {
    const answer = await sample.server.fetch(`/runs/${sample.run_hash.slice(0, 10)}/artifacts/config.json`);
    expect(sha256Hex(await bytesOf(answer))).toBe(sample.manifest.artifacts.find(({ name }) => name === 'config.json')!.sha256);
    expect(answer.headers.get('cache-control')).toBe('private, no-cache, no-transform');
  });

  test('that the client has is 304 without a body, whatever form its tag has', async () => {
    const etag = (await sample.file(EQUITY, { method: 'HEAD' })).headers.get('etag')!;
    for (const given of [etag, `W/${etag}`, `"x", ${etag}`, '*']) {
      const answer = await sample.file(EQUITY, { headers: { 'If-None-Match': given } });
      expect([given, answer.status, (await bytesOf(answer)).length]).toEqual([given, 304, 0]);
      expect(answer.headers.get('etag')).toBe(etag);
      expect(answer.headers.get('cache-control')).toContain('immutable');
    }
    expect((await sample.file(EQUITY, { headers: { 'If-None-Match': '"x", W/"y"' } })).status).toBe(200);
  });

  test('by HEAD has the headers of GET and no body', async () => {
    const [head, whole] = [await sample.file(EQUITY, { method: 'HEAD' }), await sample.file(EQUITY)];
    expect((await bytesOf(head)).length).toBe(0);
    for (const name of ['content-type', 'content-length', 'etag', 'cache-control', 'accept-ranges', 'content-disposition'])
      expect([name, head.headers.get(name)]).toEqual([name, whole.headers.get(name)]);
    expect((await sample.file(EQUITY, { method: 'HEAD', headers: { Range: 'bytes=0-3' } })).status).toBe(200);
  });

  test('answers one range with that part, and all of it to what is no single range', async () => {
    const all = sample.onDisk(EQUITY);
    const size = all.length;
    for (const [range, start, end] of [
      ['bytes=0-3', 0, 4],
      ['bytes=100-199', 100, 200],
      [`bytes=${size - 5}-`, size - 5, size],
      ['bytes=-7', size - 7, size],
      ['bytes=10-99999999', 10, size],
    ] as const) {
      const answer = await sample.file(EQUITY, { headers: { Range: range } });
      expect([range, answer.status]).toEqual([range, 206]);
      expect(answer.headers.get('content-range')).toBe(`bytes ${start}-${end - 1}/${size}`);
      expect(answer.headers.get('content-length')).toBe(String(end - start));
      expect(Buffer.from(await bytesOf(answer)).equals(all.subarray(start, end))).toBe(true);
    }
    for (const range of ['bytes=0-1,5-9', 'rows=0-1', 'bytes=9-1', 'nonsense']) {
      const answer = await sample.file(EQUITY, { headers: { Range: range } });
      expect([range, answer.status, (await bytesOf(answer)).length]).toEqual([range, 200, size]);
    }
  });

  test('answers 416 with its size to a range beyond its end', async () => {
    const answer = await sample.file(EQUITY, { headers: { Range: 'bytes=99999999-' } });
    expect(answer.status).toBe(416);
    expect(answer.headers.get('content-range')).toBe(`bytes */${sample.onDisk(EQUITY).length}`);
    expect(answer.headers.get('cache-control')).toBeNull();
    expect(await problemOf(answer)).toMatchObject({ code: 'OUT_OF_RANGE' });
  });

  test('answers a range under If-Range only where that names the file as it is', async () => {
    const etag = (await sample.file(EQUITY, { method: 'HEAD' })).headers.get('etag')!;
    const status = async (condition: string): Promise<number> =>
      (await sample.file(EQUITY, { headers: { Range: 'bytes=0-3', 'If-Range': condition } })).status;
    expect([await status(etag), await status('"other"'), await status(`W/${etag}`), await status('Wed, 21 Oct 2015 07:28:00 GMT')]).toEqual(
      [206, 200, 200, 200],
    );
  });

  test('report.html runs nothing but what is in it, in an origin of its own', async () => {
    const policy = (await sample.file('report.html', { method: 'HEAD' })).headers.get('content-security-policy')!;
    const directives = new Map(policy.split('; ').map((one) => [one.split(' ')[0], one]));
    expect(directives.get('default-src')).toBe("default-src 'none'");
    expect(directives.get('script-src')).toBe("script-src 'unsafe-inline'");
    expect(directives.get('sandbox')).toBe('sandbox allow-scripts');
    expect(policy).not.toMatch(/https?:|allow-same-origin|connect-src|\*/);
    const picture = (await sample.file('equity.svg', { method: 'HEAD' })).headers.get('content-security-policy')!;
    expect(picture).toMatch(/default-src 'none'.*sandbox$/);
    expect(picture).not.toContain('script');
  });

  test.each([
    'equity.parquett',
    'EQUITY.PARQUET',
    '..%2Fmanifest.json',
    '..%2F..%2Fprojecta.db',
    '%2Fetc%2Fpasswd',
    '.tmp',
    'equity.parquet%00',
    'a'.repeat(300),
  ])('%p is none: a 404 that lists what there is', async (name) => {
    const { status, code, detail } = await problemOf(await sample.file(name));
    expect([status, code]).toEqual([404, 'ARTIFACT_NOT_FOUND']);
    expect(detail).toContain('There are causality.json, config.json, equity.parquet,');
    expect(detail).not.toContain(sample.server.home);
    if (name === 'equity.parquett') expect(detail).toContain('Did you mean "equity.parquet"?');
  });

  test('that lies in the folder and not in the manifest is not there', async () => {
    writeFileSync(join(sample.folder, 'extra.json'), '{}');
    expect((await sample.file('extra.json')).status).toBe(404);
    rmSync(join(sample.folder, 'extra.json'));
  });

  test('that a slow reader leaves in the middle does no harm', async () => {
    await new Promise<void>((resolve) => {
      get(`${sample.server.url}/runs/${sample.run_hash}/artifacts/report.html`, (answer) => {
        answer.once('data', () => {
          answer.destroy();
          resolve();
        });
      });
    });
    expect((await sample.file('report.html')).status).toBe(200);
    expect(sample.server.log()).not.toContain('PREMATURE');
  });
});
