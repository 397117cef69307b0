import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { NewDataset } from './datasets.js';
import { completeSample } from './testing/finished-run.js';
import { hashOf, sampleRun } from './testing/sample-run.js';
import { temporaryStore } from './testing/temporary-store.js';

let context: Awaited<ReturnType<typeof temporaryStore>>;
beforeEach(async () => {
  context = await temporaryStore();
});
afterEach(() => context.drop());

function version(n: number, changes: Partial<NewDataset> = {}): NewDataset {
  const data_hash = hashOf(`version ${n}`);
  return {
    symbol: 'BTC/USD',
    timeframe: '1h',
    data_hash,
    file: `${data_hash}.parquet`,
    bars: 10,
    start: 0,
    end: 36_000_000,
    gaps: 1,
    columns: ['ts', 'open', 'high', 'low', 'close'],
    notes: [],
    ...changes,
  };
}

describe('datasets', () => {
  test('a new version is the current one, and the one before stays while nobody sweeps', async () => {
    const { datasets } = context.store;
    const one = await datasets.add(version(1));
    const two = await datasets.add(version(2));
    expect(one).toEqual({ created: true, dataset: { dataset_id: 1, ...version(1), created_at: 1_000, current: true } });
    expect(await datasets.current('BTC/USD')).toEqual([two.dataset]);
    expect(await datasets.versions('BTC/USD')).toEqual([{ ...one.dataset, current: false }, two.dataset]);
    expect(await datasets.sweep()).toEqual([{ ...one.dataset, current: false }]);
    expect(await datasets.versions()).toEqual([two.dataset]);
  });

  test('a version put again is the same one, current again', async () => {
    const { datasets } = context.store;
    const { dataset } = await datasets.add(version(1));
    await datasets.add(version(2));
    expect(await datasets.add(version(1))).toEqual({ created: false, dataset });
    expect(await datasets.current('BTC/USD', '1h')).toEqual([dataset]);
  });

  test('20 versions put at once leave one current', async () => {
    const { datasets } = context.store;
    await Promise.all(Array.from({ length: 20 }, (_, n) => datasets.add(version(n % 5))));
    expect(await datasets.current('BTC/USD')).toHaveLength(1);
    expect(await datasets.versions()).toHaveLength(5);
  });

  test('a version that a kept run used stays until the run is pruned or removed', async () => {
    const { store } = context;
    const { datasets, runs } = store;
    const [one, two, three] = [await datasets.add(version(1)), await datasets.add(version(2)), await datasets.add(version(3))];
    await completeSample(store, 1, {}, { dataset_id: one.dataset.dataset_id });
    await runs.submit(sampleRun(2, { dataset_id: two.dataset.dataset_id }));
    await datasets.remove('BTC/USD');
    expect((await datasets.sweep()).map(({ dataset_id }) => dataset_id)).toEqual([three.dataset.dataset_id]);
    await completeSample(store, 3, { keep: 1 });
    expect((await datasets.sweep()).map(({ dataset_id }) => dataset_id)).toEqual([one.dataset.dataset_id]);
    expect(await runs.find(sampleRun(1).run_hash)).toMatchObject({ dataset_id: null });
    await runs.remove(sampleRun(2).run_hash);
    expect((await datasets.sweep()).map(({ dataset_id }) => dataset_id)).toEqual([two.dataset.dataset_id]);
    expect(await datasets.versions()).toEqual([]);
  });

  test('timeframes of a symbol stand side by side', async () => {
    const { datasets } = context.store;
    await datasets.add(version(1));
    await datasets.add(version(1, { timeframe: '1m' }));
    await datasets.add(version(1, { symbol: 'A' }));
    const keys = (list: readonly { symbol: string; timeframe: string }[]) => list.map(({ symbol, timeframe }) => `${symbol} ${timeframe}`);
    expect(keys(await datasets.current('BTC/USD'))).toEqual(['BTC/USD 1h', 'BTC/USD 1m']);
    const first = await datasets.list({ limit: 2 });
    const second = await datasets.list({ limit: 2, cursor: first.next_cursor! });
    expect([keys(first.items), keys(second.items), second.next_cursor]).toEqual([['A 1h', 'BTC/USD 1h'], ['BTC/USD 1m'], null]);
    await datasets.remove('BTC/USD', '1m');
    expect(keys((await datasets.list()).items)).toEqual(['A 1h', 'BTC/USD 1h']);
    await expect(datasets.remove('BTC/USD', '1m')).rejects.toMatchObject({ code: 'DATA_NOT_FOUND' });
    await expect(datasets.remove('none')).rejects.toMatchObject({ code: 'DATA_NOT_FOUND' });
  });
});
