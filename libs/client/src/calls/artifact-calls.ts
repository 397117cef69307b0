import { answered } from '../answered.js';
import { apiProblem } from '../api-problem.js';
import type { EquityRow, FillRow, Manifest, QueryOf, TableRows, TradeRow } from '../schemas.js';
import type { Transport } from '../transport.js';

/** Which part of a table is wanted. */
export type TablePart = Omit<QueryOf<'getArtifact'>, 'format'>;

interface Rows {
  readonly 'equity.parquet': EquityRow;
  readonly 'fills.parquet': FillRow;
  readonly 'trades.parquet': TradeRow;
}

/** What runs left. All throw ApiProblem. */
export interface ArtifactCalls {
  manifest(run_hash: string): Promise<Manifest>;
  /** A file as it is, or a table in another format: read the response by `json()`, `text()` or `arrayBuffer()`. */
  get(run_hash: string, name: string, query?: QueryOf<'getArtifact'>): Promise<Response>;
  /** A table as rows; with `columns` a row has those only. */
  rows<Name extends keyof Rows>(run_hash: string, name: Name, part?: Omit<TablePart, 'columns'>): Promise<Rows[Name][]>;
  rows(run_hash: string, name: string, part?: TablePart): Promise<TableRows>;
}

/** How the files of runs, or of sweeps, are fetched: by the hash of what they belong to, their name, and how they are wanted. */
export function fileOf(send: Transport['send'], kind: 'runs' | 'sweeps') {
  return async (hash: string, name: string, query: QueryOf<'getArtifact'> = {}): Promise<Response> => {
    const asked = new URLSearchParams(Object.entries(query).map(([key, value]) => [key, String(value)])).toString();
    const path = `/${kind}/${encodeURIComponent(hash)}/artifacts/${encodeURIComponent(name)}`;
    const response = await send(asked === '' ? path : `${path}?${asked}`, {});
    if (response.ok) return response;
    const body: unknown = await response.json().catch(() => undefined);
    throw apiProblem(response, body);
  };
}

export function artifactCalls({ rest, send }: Transport): ArtifactCalls {
  const get = fileOf(send, 'runs');
  return {
    manifest: (run_hash) => answered(rest.GET('/runs/{run_hash}/artifacts', { params: { path: { run_hash } } })),
    get,
    rows: async (run_hash: string, name: string, part: TablePart = {}) =>
      (await (await get(run_hash, name, { ...part, format: 'json' })).json()) as never,
  };
}
