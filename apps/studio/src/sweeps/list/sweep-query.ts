import type { QueryOf, RunStatus } from '@projecta/client';

/** Which sweeps are listed, as the address says it. */
export interface ListQuery {
  readonly symbol: string;
  readonly strategy: string;
  readonly status: string;
}

const STATUSES: readonly RunStatus[] = ['queued', 'running', 'completed', 'failed', 'cancelled'];

/** The states to choose from, in words. */
export const STATUS_OPTIONS: readonly (readonly [string, string])[] = [['', 'any'], ...STATUSES.map((status) => [status, status] as const)];

export function listQuery(query: URLSearchParams): ListQuery {
  const of = (name: string): string => query.get(name) ?? '';
  return { symbol: of('symbol'), strategy: of('strategy'), status: STATUSES.some((each) => each === of('status')) ? of('status') : '' };
}

/** The query that the service is asked; what is empty is not asked for. */
export function askedQuery(query: ListQuery, limit: number, cursor: string | undefined): NonNullable<QueryOf<'listSweeps'>> {
  return { limit, ...wordsOf(query), ...(cursor !== undefined && { cursor }) } as NonNullable<QueryOf<'listSweeps'>>;
}

/** What is not empty, for addresses. */
export function wordsOf(query: ListQuery): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(query).filter(([, value]) => value !== ''));
}
