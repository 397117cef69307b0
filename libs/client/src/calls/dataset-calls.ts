import { answered } from '../answered.js';
import { apiProblem } from '../api-problem.js';
import type { DataSetList, ProfiledDataSet, QueryOf, StoredDataSet, Timeframe, UploadCheck } from '../schemas.js';
import type { Transport } from '../transport.js';

export interface UploadOptions {
  /** Of the body; `text/csv` without it. */
  readonly type?: string;
  /** What the bars must be. */
  readonly timeframe?: Timeframe;
  /** Applies the file's adjusted close, and stores the result as SYMBOL.adj. */
  readonly adjust?: boolean;
}

/** Candles that can be backtested. All throw ApiProblem. */
export interface DataSetCalls {
  list(query?: QueryOf<'listDatasets'>): Promise<DataSetList>;
  get(symbol: string, timeframe?: Timeframe): Promise<ProfiledDataSet>;
  /** Adds candles: a CSV or Parquet file. */
  put(symbol: string, file: string | Blob | Uint8Array<ArrayBuffer>, options?: UploadOptions): Promise<StoredDataSet>;
  /** Says what a file would be understood as, and stores nothing. */
  check(symbol: string, file: string | Blob | Uint8Array<ArrayBuffer>, options?: UploadOptions): Promise<UploadCheck>;
  remove(symbol: string, timeframe?: Timeframe): Promise<void>;
}

export function dataSetCalls({ rest, send }: Transport): DataSetCalls {
  const of = (symbol: string, timeframe?: Timeframe) => ({
    params: { path: { symbol }, query: timeframe === undefined ? {} : { timeframe } },
  });
  const upload = async (symbol: string, body: BodyInit, { type = 'text/csv', dry_run, ...query }: UploadOptions & { dry_run: boolean }) => {
    const asked = new URLSearchParams(Object.entries({ ...query, dry_run }).map(([name, value]) => [name, String(value)]));
    const path = `/datasets/${encodeURIComponent(symbol)}?${asked}`;
    const response = await send(path, { method: 'PUT', headers: { 'Content-Type': type }, body });
    const answer: unknown = await response.json().catch(() => undefined);
    if (!response.ok) throw apiProblem(response, answer);
    return answer;
  };
  return {
    list: (query = {}) => answered(rest.GET('/datasets', { params: { query } })),
    get: (symbol, timeframe) => answered(rest.GET('/datasets/{symbol}', of(symbol, timeframe))),
    put: async (symbol, file, options) => (await upload(symbol, file, { ...options, dry_run: false })) as StoredDataSet,
    check: async (symbol, file, options) => (await upload(symbol, file, { ...options, dry_run: true })) as UploadCheck,
    async remove(symbol, timeframe) {
      await answered(rest.DELETE('/datasets/{symbol}', of(symbol, timeframe)));
    },
  };
}
