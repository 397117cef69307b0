import type { QueryOf, RunStatus } from '@projecta/client';

type Sort = NonNullable<QueryOf<'listRuns'>['sort']>;

/** What is listed, and in which order. */
export interface RunsQuery {
  readonly status?: RunStatus;
  readonly symbol?: string;
  readonly strategy?: string;
  readonly sort: Sort;
}

export const STATUSES = ['queued', 'running', 'completed', 'failed', 'cancelled'] as const satisfies readonly RunStatus[];

const SORTS = [
  ...['-created_at', 'created_at', '-finished_at', 'finished_at', '-symbol', 'symbol'],
  ...['-strategy', 'strategy', '-sharpe', 'sharpe', '-total_return', 'total_return'],
] as readonly Sort[];

const NEWEST: Sort = '-created_at';

/** The list that an address asks for; what it says wrongly is left out. */
export function runsQuery(search: URLSearchParams): RunsQuery {
  const status = STATUSES.find((each) => each === search.get('status'));
  const symbol = search.get('symbol');
  const strategy = search.get('strategy');
  const sort = SORTS.find((each) => each === search.get('sort')) ?? NEWEST;
  return { ...(status && { status }), ...(symbol && { symbol }), ...(strategy && { strategy }), sort };
}

/** The same as the query of an address. */
export function runsSearch({ sort, ...filters }: RunsQuery): URLSearchParams {
  return new URLSearchParams({ ...(filters as Record<string, string>), ...(sort !== NEWEST && { sort }) });
}

/** The order after a click on the head of a column: the greatest first, then the least. */
export function sortedBy(query: RunsQuery, column: string): RunsQuery {
  const down = `-${column}` as Sort;
  return { ...query, sort: query.sort === down ? (column as Sort) : down };
}
