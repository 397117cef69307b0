import { ApiProblem, type Client, type NormalizedRunConfig, type Problem } from '@projecta/client';
import { arrowTable, type ArrowTable } from './arrow-table.js';

/** All candles of a run's span, exactly, with the hash of their data. Throws ApiProblem. */
export async function candleColumns(
  client: Client,
  { symbol, timeframe, start, end }: Pick<NormalizedRunConfig, 'symbol' | 'timeframe' | 'start' | 'end'>,
  signal?: AbortSignal,
): Promise<{ readonly table: ArrowTable; readonly data_hash: string | null }> {
  const query = { symbol, timeframe, start, end, format: 'arrow' } as const;
  const { data, error, response } = await client.rest.GET('/candles', {
    params: { query },
    parseAs: 'arrayBuffer',
    ...(signal && { signal }),
  });
  if (!response.ok || !data) throw new ApiProblem(error as Problem | undefined, response);
  return { table: arrowTable(data as unknown as ArrayBuffer), data_hash: response.headers.get('x-data-hash') };
}
