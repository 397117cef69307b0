import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { catalogueOf } from '@projecta/engine';
import { ERROR_CODES } from '@projecta/errors';
import fc from 'fast-check';
import { callArbitrary } from '../testing/call-arbitrary.js';
import { csvOf, someCandles } from '../testing/candle-files.js';
import { addressOf, type Call, checkedCalls, type CheckedCalls, withJson } from '../testing/checked-calls.js';
import { type RunningServer, startServer } from '../testing/running-server.js';
import { smallRun } from '../testing/sample-runs.js';
import { schemaArbitrary } from '../testing/schema-arbitrary.js';
import { openApiDocument } from './document.js';
import { routes } from './routes.js';

/** Requests an operation; another seed makes other ones. */
const REQUESTS = Number(process.env['FUZZ_REQUESTS'] ?? 15);
const SEED = Number(process.env['FUZZ_SEED'] ?? 1);

let server: RunningServer;
let checked: CheckedCalls;
let hashes: string[] = [];

beforeAll(async () => {
  // small bounds, so that what is accepted is done at once
  server = await startServer({ env: { PROJECTA_MAX_BARS: '3000', PROJECTA_MAX_TRIALS: '20', PROJECTA_WORKERS: '2' } });
  checked = checkedCalls(server.url);
  const runs = [1, 2].map((n) => withJson({ method: 'post', template: '/runs', headers: { Prefer: 'wait=30' } }, smallRun(n)));
  const preset = withJson({ method: 'post', template: '/presets' }, { name: 'small', config: smallRun(1) });
  const sweep = withJson(
    { method: 'post', template: '/sweeps', headers: { Prefer: 'wait=30' } },
    { base: smallRun(), grid: { fast: [3, 5] } },
  );
  const made = await Promise.all([...runs, preset, sweep].map(checked));
  hashes = made.map(({ json }) => Object.values(json as Record<string, string>)[0]!);
  const upload: Call = { method: 'put', template: '/datasets/{symbol}', path: { symbol: 'ABC' }, headers: { 'Content-Type': 'text/csv' } };
  await checked({ ...upload, body: csvOf(someCandles('1h', 5)) });
}, 60_000);
afterAll(async () => {
  await server.stop();
});

const SYMBOL = fc.constantFrom('TEST', 'ABC', 'NOPE', 'A/B');
const INSTANT = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom<unknown>('2024-01-01', '2024-01-02', 1_704_153_600_000, '2024-01-03T12:00:00+02:00') },
  { weight: 1, arbitrary: fc.constantFrom<unknown>('2024-02-30', '0000-01-01', '9999-12-31', 253_402_300_799_999) },
);
const of = schemaArbitrary(openApiDocument(catalogueOf(), '0.1.0'), { Symbol: SYMBOL, Instant: INSTANT });

/** Names of what is there. */
function knownIn(path: string, [first, second, preset, sweep]: readonly string[]) {
  const run = fc.constantFrom(first!, second!);
  return {
    ...{
      run_hash: run,
      run,
      hash: run,
      preset_id: fc.constant(preset!),
      sweep_hash: fc.constant(sweep!),
      sweep: fc.constant(sweep!),
      code: fc.constantFrom(...ERROR_CODES),
    },
    ...(path.startsWith('/catalog') && { name: fc.constantFrom('sma', 'dual_sma', 'permutation') }),
    ...(path.startsWith('/datasets') && { symbol: SYMBOL }),
  };
}

/** What is removed is needed before. */
const LAST_REMOVED = [...routes()].sort((a, b) => Number(a.method === 'delete') - Number(b.method === 'delete'));

describe.each(LAST_REMOVED.map((route) => [`${route.method} ${route.path}`, route] as const))('%s', (name, route) => {
  test('answers no request with a status that begins with 5, and every one as the document says', async () => {
    const known = knownIn(route.path, hashes);
    const findings: unknown[] = [];
    for (const call of fc.sample(callArbitrary(route, { of, known }), { seed: SEED, numRuns: REQUESTS })) {
      const { status, problems } = await checked(call);
      if (status >= 500 || problems.length > 0) findings.push({ name, address: addressOf(call), ...call, status, problems });
    }
    expect(findings).toEqual([]);
  }, 120_000);
});
