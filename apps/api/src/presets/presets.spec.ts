import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { canonicalJson } from '@projecta/hashing';
import { sha256Hex } from '@projecta/hashing/node';
import { type RunningServer, startServer } from '../testing/running-server.js';

/** As the README's curl line sends it. */
const BODY =
  '{"name": "dual_sma_default", "config": {"symbol": "TEST","timeframe": "1m","start": "2024-01-01","end": "2024-01-02","indicators": [{"name": "dual_sma", "params": {"fast": 5, "slow": 20}}],"strategy": {"name": "dual_sma", "params": {}},"risk": {"model": "fixed_fraction", "params": {"fraction": 0.1}},"execution": {"slippage_bps": 5, "fee_bps": 0},"validation": {},"seed": 42}}';

interface PresetBody {
  readonly preset_id: string;
  readonly name: string;
  readonly config: { readonly strategy: object; readonly [key: string]: unknown };
  readonly created_at: string;
  readonly links: { readonly self: string; readonly runs: string };
  readonly created?: boolean;
}

let server: RunningServer;

beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.stop());

const send = (path: string, body: string | undefined, headers: Record<string, string> = { 'Content-Type': 'application/json' }) =>
  server.fetch(path, { method: 'POST', headers, ...(body !== undefined && { body }) });
const json = async <T>(answer: Response): Promise<T> => (await answer.json()) as T;
const named = (name: string, changes: object = {}): string => {
  const { config } = JSON.parse(BODY) as { config: object };
  return JSON.stringify({ name, config: { ...config, ...changes } });
};

interface Refusal {
  readonly status: number;
  readonly code: string;
  readonly errors: readonly { readonly path: string; readonly code: string; readonly message: string }[];
}

describe('POST /presets', () => {
  test('stores the normal form under the SHA-256 of name and normal form; the identical payload gives the same id', async () => {
    const first = await send('/presets', BODY);
    const preset = await json<PresetBody>(first);
    expect([first.status, preset.created, first.headers.get('location')]).toEqual([201, true, `/presets/${preset.preset_id}`]);
    expect(preset.name).toBe('dual_sma_default');
    expect(preset.config.strategy).toEqual({ name: 'dual_sma', params: { fast: 5, slow: 20, long_only: false } });
    expect(preset.config['start']).toBe('2024-01-01T00:00:00.000Z');
    expect(preset.preset_id).toBe(sha256Hex(Buffer.from(canonicalJson({ name: preset.name, config: preset.config }))));

    const again = await send('/presets', BODY);
    expect([again.status, await json(again)]).toEqual([200, { ...preset, created: false }]);
    const normal = await send('/presets', JSON.stringify({ config: preset.config, name: preset.name }));
    expect([normal.status, (await json<PresetBody>(normal)).preset_id]).toEqual([200, preset.preset_id]);
    const other = await json<PresetBody>(await send('/presets', named('another name')));
    expect(other.preset_id).not.toBe(preset.preset_id);
  });

  test('of many identical payloads at once makes one', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => send('/presets', named('at once'))));
    expect(answers.map(({ status }) => status).sort()).toEqual([...Array.from({ length: 19 }, () => 200), 201]);
  });

  test('tells everything that is wrong with name and config at once, the config’s under /config', async () => {
    const body = {
      nam: 'x',
      config: { symbol: '../x', timeframe: '1m', start: '2024-01-02', end: '2024-01-01', strategy: { name: 'dual_smaa' }, seeds: 1 },
    };
    const refusal = await json<Refusal>(await send('/presets', JSON.stringify(body)));
    expect([refusal.status, refusal.code]).toEqual([422, 'VALIDATION_FAILED']);
    expect(refusal.errors.map(({ path, code }) => [path, code]).sort()).toEqual([
      ['/config/seeds', 'UNKNOWN_KEY'],
      ['/config/strategy/name', 'UNKNOWN_STRATEGY'],
      ['/config/symbol', 'NOT_ALLOWED'],
      ['/nam', 'UNKNOWN_KEY'],
      ['/name', 'REQUIRED'],
    ]);
    const late = await json<Refusal>(await send('/presets', named('x', { end: '2023-01-01' })));
    expect(late.errors.map(({ path, code }) => [path, code])).toEqual([['/config/end', 'DATE_ORDER']]);
  });

  test.each([
    ['{}', ['/config', '/name']],
    ['{"name": "a", "config": []}', ['/config']],
    ['{"name": "a", "config": null}', ['/config']],
    ['[]', ['']],
    [named(''), ['/name']],
    [named(' a'), ['/name']],
    [named('a\nb'), ['/name']],
    [named('x'.repeat(101)), ['/name']],
    ['{"name": 7, "config": {"constructor": 1}}', ['/config/constructor']],
  ])('refuses %.40s with 422', async (body, paths) => {
    const refusal = await json<Refusal>(await send('/presets', body));
    expect([refusal.status, refusal.errors.map(({ path }) => path).sort()]).toEqual([422, paths]);
  });

  test('refuses what is no JSON, nothing, another type of body, and parameters', async () => {
    expect((await send('/presets', '{"name":')).status).toBe(400);
    expect((await send('/presets', '{"name": "a", "name": "b"}')).status).toBe(400);
    expect((await send('/presets', undefined)).status).toBe(400);
    expect((await send('/presets', 'name=a', { 'Content-Type': 'application/x-www-form-urlencoded' })).status).toBe(415);
    expect((await send('/presets?dry=1', BODY)).status).toBe(422);
  });
});

describe('presets that are there', () => {
  test('are listed newest first, page by page, and found by id or its beginning', async () => {
    for (const name of ['one', 'two', 'three']) await send('/presets', named(name));
    const page = await json<{ items: PresetBody[]; next_cursor: string }>(await server.fetch('/presets?limit=2'));
    expect(page.items.map(({ name }) => name)).toEqual(['three', 'two']);
    const next = await json<{ items: PresetBody[] }>(await server.fetch(`/presets?limit=500&cursor=${page.next_cursor}`));
    expect(next.items[0]!.name).toBe('one');
    const [{ preset_id, ...rest }] = page.items as [PresetBody];
    for (const id of [preset_id, preset_id.slice(0, 8)])
      expect(await json(await server.fetch(`/presets/${id}`))).toEqual({ preset_id, ...rest });
    expect(rest.created_at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    for (const query of ['limit=0', 'limit=1.5', 'cursor=zzz', 'sort=name'])
      expect([query, (await server.fetch(`/presets?${query}`)).status]).toEqual([query, 422]);
  });

  test('are gone after DELETE, and may be posted again', async () => {
    const { preset_id, links } = await json<PresetBody>(await send('/presets', named('short lived')));
    const removed = await server.fetch(links.self, { method: 'DELETE' });
    expect([removed.status, await removed.text()]).toEqual([204, '']);
    for (const [path, method] of [
      [links.self, 'GET'],
      [links.self, 'DELETE'],
      [links.runs, 'POST'],
    ] as const) {
      const answer = await server.fetch(path, { method });
      expect([method, answer.status, (await json<Refusal>(answer)).code]).toEqual([method, 404, 'PRESET_NOT_FOUND']);
    }
    const again = await send('/presets', named('short lived'));
    expect([again.status, (await json<PresetBody>(again)).preset_id]).toEqual([201, preset_id]);
  });

  test.each(['x', '..%2F..', 'zzzzzzzz', `${'a'.repeat(65)}`])('%p is none', async (id) => {
    expect((await server.fetch(`/presets/${id}`)).status).toBe(404);
  });
});

describe('POST /presets/{preset_id}/runs', () => {
  interface Submitted {
    readonly run_hash: string;
    readonly config_hash: string;
    readonly status: string;
    readonly created: boolean;
  }
  interface Shown {
    readonly config: { readonly strategy: object; readonly risk: Record<string, unknown>; readonly seed: number };
  }
  const WAIT = { 'Content-Type': 'application/json', Prefer: 'wait=30' };
  let runs: string;

  beforeAll(async () => {
    runs = (await json<PresetBody>(await send('/presets', named('to run', { risk: { params: { fraction: 0.1 }, stop_loss: 0.02 } })))).links
      .runs;
  });

  async function shown(overrides: object): Promise<Shown['config']> {
    const { run_hash } = await json<Submitted>(await send(runs, JSON.stringify({ overrides }), WAIT));
    return (await json<Shown>(await server.fetch(`/runs/${run_hash}`))).config;
  }

  test('without a body runs the preset as it is: the same run as its config posted to /runs', async () => {
    const first = await server.fetch(runs, { method: 'POST', headers: { Prefer: 'wait=30' } });
    const run = await json<Submitted>(first);
    expect([first.status, run.status, run.created, first.headers.get('location')]).toEqual([
      201,
      'completed',
      true,
      `/runs/${run.run_hash}`,
    ]);
    const { config } = JSON.parse(named('to run', { risk: { params: { fraction: 0.1 }, stop_loss: 0.02 } })) as { config: object };
    const direct = await server.post('/runs', config);
    expect([direct.status, await json<Submitted>(direct)]).toEqual([200, { ...run, created: false }]);
    for (const body of [undefined, '', '{}', '{"overrides": {}}']) {
      const again = await send(runs, body);
      expect([body, again.status, (await json<Submitted>(again)).run_hash]).toEqual([body, 200, run.run_hash]);
    }
  });

  test('lays overrides over the config, key by key; null takes a key away', async () => {
    const config = await shown({ strategy: { params: { fast: 7 } }, risk: { stop_loss: null, params: { fraction: 0.5 } }, seed: 8 });
    expect(config.strategy).toEqual({ name: 'dual_sma', params: { fast: 7, slow: 20, long_only: false } });
    expect(config.risk).toMatchObject({ model: 'fixed_fraction', params: { fraction: 0.5 } });
    expect(config.risk).not.toHaveProperty('stop_loss');
    expect(config.seed).toBe(8);
  });

  test('with another strategy begins with that one’s own parameters', async () => {
    expect((await shown({ strategy: { name: 'momentum' } })).strategy).toEqual({
      name: 'momentum',
      params: { lookback: 20, long_only: false },
    });
  });

  test('tells what is wrong with overrides under /overrides, and leaves the preset as it was', async () => {
    const overrides = { strategy: { params: { fats: 7 } }, riks: {}, symbol: 5 };
    const refusal = await json<Refusal>(await send(runs, JSON.stringify({ overrides })));
    expect([refusal.status, refusal.errors.map(({ path }) => path).sort()]).toEqual([
      422,
      ['/overrides/riks', '/overrides/strategy/params/fats', '/overrides/symbol'],
    ]);
    const nowhere = await json<Refusal>(await send(runs, '{"overrides": {"symbol": "NOWHERE"}}'));
    expect([nowhere.status, nowhere.code, nowhere.errors[0]!.path]).toEqual([422, 'DATA_NOT_FOUND', '/overrides/symbol']);
    expect((await send(runs, undefined)).status).toBe(200);
  });

  test('refuses bodies of other shapes and types', async () => {
    for (const body of ['{"overrides": []}', '{"overrides": null}', '{"override": {}}', '[]', '7'])
      expect([body, (await send(runs, body)).status]).toEqual([body, 422]);
    expect((await send(runs, '{')).status).toBe(400);
    expect((await send(runs, 'seed=1', { 'Content-Type': 'application/x-www-form-urlencoded' })).status).toBe(415);
    expect((await send(`${runs}?wait=1`, undefined)).status).toBe(422);
  });
});
