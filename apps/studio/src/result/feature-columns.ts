import type { Client, FeaturePreviewRequest, Run } from '@projecta/client';
import type { FeatureLine } from '../charts/run-series.js';

const PAGE = 10_000;
/** More bars than these are not drawn with indicators: the pages would take longer than anybody waits. */
export const MOST_BARS = 300_000;

/** The columns of indicators over all bars of a run, page by page. Throws ApiProblem, and Error where the candles are others than the run's. */
export async function featureColumns(client: Client, run: Run, indicators: FeaturePreviewRequest['indicators']): Promise<FeatureLine[]> {
  const { symbol, timeframe, start, end } = run.config;
  const columns = new Map<string, Float64Array>();
  let cursor: string | null = null;
  let filled = 0;
  do {
    const span = { symbol, timeframe, start, end } as Pick<FeaturePreviewRequest, 'symbol' | 'timeframe' | 'start' | 'end'>;
    const page = await client.features.preview({ ...span, indicators, limit: PAGE, ...(cursor !== null && { cursor }) });
    if (page.data_hash !== run.data_hash) throw new Error('the candles were changed after this run.');
    const rows = page.columns['ts']!.length;
    for (const [name, values] of Object.entries(page.columns)) {
      if (name === 'ts') continue;
      const column = columns.get(name) ?? new Float64Array(run.bars).fill(NaN);
      values.forEach((value, i) => (column[filled + i] = value ?? NaN));
      columns.set(name, column);
    }
    filled += rows;
    cursor = page.next_cursor;
  } while (cursor !== null);
  return [...columns].map(([name, values]) => ({ name, values }));
}
