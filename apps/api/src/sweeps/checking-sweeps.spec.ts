import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Answer, apiOf } from '../testing/api-of.js';
import { type RunningServer, startServer } from '../testing/running-server.js';
import { smallRun } from '../testing/sample-runs.js';
import { smallSweep } from '../testing/sample-sweeps.js';

let server: RunningServer;
beforeAll(async () => {
  server = await startServer({ env: { PROJECTA_MAX_TRIALS: '50', PROJECTA_MAX_BARS: '1000' } });
});
afterAll(() => server.stop());

const { json, post } = apiOf(() => server);
const submit = (sweep: unknown): Promise<Answer> => post(sweep, {}, '/sweeps');
const validate = (sweep: unknown): Promise<Answer> => post(sweep, {}, '/sweeps/validate');
const base = smallRun();

/** The paths and codes of an answer's errors. */
function errorsOf({ body }: Answer): string[] {
  return (body['errors'] as { path: string; code: string }[]).map(({ path, code }) => `${path} ${code}`).sort();
}

describe('POST /sweeps and POST /sweeps/validate tell what is wrong', () => {
  test('all at once, where it stands', async () => {
    const sweep = {
      base: { ...base, strategy: { name: 'dual_sma', params: { fast: 'five' } }, seed: -1 },
      grid: { fast: [], slowest: [1], slow: '9:1:1' },
      objective: 'luck',
      overfitting: { blocks: 3 },
      trials: 5,
    };
    for (const call of [submit, validate]) {
      const answer = await call(sweep);
      expect([answer.status, answer.body['code']]).toEqual([422, 'VALIDATION_FAILED']);
      expect(errorsOf(answer)).toEqual([
        ...['/base/seed OUT_OF_RANGE', '/base/strategy/params/fast WRONG_TYPE', '/grid/fast WRONG_TYPE', '/grid/slow OUT_OF_RANGE'],
        ...['/objective NOT_ALLOWED', '/overfitting/blocks OUT_OF_RANGE', '/trials UNKNOWN_KEY'],
      ]);
    }
    expect(errorsOf(await submit({ base, grid: { slowest: [1] } }))).toEqual(['/grid/slowest UNKNOWN_KEY']);
  });

  test.each<[string, object, string, string[]]>([
    ['too many combinations', { base, grid: { fast: '1:10:1', slow: '11:20:1' } }, 'VALIDATION_FAILED', ['/grid LIMIT_EXCEEDED']],
    ['too many draws', { base, random: { trials: 51, fast: { min: 1, max: 9 } } }, 'VALIDATION_FAILED', ['/random/trials LIMIT_EXCEEDED']],
    [
      'too many samples',
      { base, grid: { fast: [2] }, overfitting: { samples: 51 } },
      'LIMIT_EXCEEDED',
      ['/overfitting/samples LIMIT_EXCEEDED'],
    ],
    ['too many bars', { base: { ...base, start: '2000-01-01' }, grid: { fast: [2] } }, 'LIMIT_EXCEEDED', ['/base/end LIMIT_EXCEEDED']],
    ['no candles', { base: { ...base, symbol: 'NOPE' }, grid: { fast: [2] } }, 'DATA_NOT_FOUND', ['/base/symbol DATA_NOT_FOUND']],
    ['one bar', { base: { ...base, end: '2023-01-02' }, grid: { fast: [2] } }, 'TOO_FEW_BARS', ['/base/end TOO_FEW_BARS']],
    [
      'fewer returns than blocks',
      { base: { ...base, end: '2023-01-09' }, grid: { fast: [2] }, overfitting: { blocks: 10, samples: 9 } },
      'TOO_FEW_BARS',
      ['/overfitting/blocks TOO_FEW_BARS'],
    ],
  ])('%s', async (_, sweep, code, errors) => {
    for (const call of [submit, validate]) {
      const answer = await call(sweep);
      expect([answer.status, answer.body['code'], errorsOf(answer)]).toEqual([422, code, errors]);
    }
  });

  test('of the address, too', async () => {
    expect(await post(smallSweep(), {}, '/sweeps?wait=1')).toMatchObject({
      status: 422,
      body: { errors: [{ path: '/wait', code: 'UNKNOWN_KEY' }] },
    });
    expect(await json('/sweeps?sort=sharpe')).toMatchObject({ status: 422, body: { errors: [{ path: '/sort', code: 'NOT_ALLOWED' }] } });
    expect(await json('/sweeps/xyz')).toMatchObject({ status: 404, body: { code: 'SWEEP_NOT_FOUND' } });
  });
});

describe('POST /sweeps/validate', () => {
  test('says what the sweep would be, and runs nothing', async () => {
    const check = await validate(smallSweep());
    expect(check).toMatchObject({
      status: 200,
      body: {
        ...{ valid: true, exists: false, status: null, notes: [], links: {} },
        data: { source: 'built-in TEST', bars: 365, start: '2023-01-01T00:00:00.000Z', end: '2024-01-01T00:00:00.000Z' },
        ...{ tried: 12, skipped: { count: 1, reasons: [{ path: '/strategy/params/fast', code: 'OUT_OF_RANGE' }] } },
        estimate: { bars: 365, trials: 11, bar_passes: 365 * (11 + 33), estimated_ms: expect.any(Number) },
        sweep: { base: { seed: 0 }, objective: 'sharpe' },
      },
    });
    expect((await json(`/sweeps/${check.body.sweep_hash}`)).status).toBe(404);
    const { body } = await post(smallSweep(), { Prefer: 'wait=60' }, '/sweeps');
    expect(body).toMatchObject({ sweep_hash: check.body.sweep_hash, config_hash: check.body['config_hash'], status: 'completed' });
    expect((await validate(smallSweep())).body).toMatchObject({ exists: true, status: 'completed', links: body['links'] });
  });

  test('of a normal form gives the same normal form and hash', async () => {
    for (const sweep of [
      smallSweep(),
      { base, random: { trials: 9, fast: { min: 2, max: 15, scale: 'log' } }, overfitting: { samples: 9 } },
    ]) {
      const first = (await validate(sweep)).body;
      const second = (await validate(first['sweep'])).body;
      expect([second.sweep_hash, second['sweep']]).toEqual([first.sweep_hash, first['sweep']]);
    }
  });
});
