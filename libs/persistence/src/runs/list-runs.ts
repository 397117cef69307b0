import { type Problem, quote, suggestion } from '@projecta/errors';
import { Brackets, type SelectQueryBuilder } from 'typeorm';
import type { JsonValue } from '@projecta/hashing';
import { jsonValues } from '../data-source.js';
import type { Database } from '../database.js';
import { RunEntity } from '../entities/run-entity.js';
import { checkedPage, type CursorKey, type Page, pageOf, type PageRequest } from '../page.js';
import { type ListedRun, plainColumns, RUN_STATUSES } from './run.js';
import type { RunKind } from './run-kind.js';

/** What runs are sorted by; with `-` in front from the greatest (or latest) down. Rows without the value come last in both. */
export const RUN_SORTS = ['created_at', 'finished_at', 'symbol', 'strategy', 'sharpe', 'total_return'] as const;

/** Which runs (or sweeps) are wanted, and how: `-created_at` when `sort` is left out. */
export interface RunQuery extends PageRequest {
  readonly status?: string | undefined;
  readonly symbol?: string | undefined;
  readonly strategy?: string | undefined;
  readonly sort?: string | undefined;
}

/** What of its JSON a list shows: paths such as `metrics.sharpe`. */
export interface ListedValues {
  readonly config?: readonly string[];
  readonly summary?: readonly string[];
}

type Column = 'queued_event' | 'finished_event' | 'symbol' | 'strategy' | 'sharpe' | 'total_return';

interface Sort {
  readonly name: string;
  readonly column: Column;
  readonly descending: boolean;
}

/** Times are sorted by the events that set them: these have no ties, and no clock moves them. */
const COLUMNS: Readonly<Record<string, Column>> = {
  created_at: 'queued_event',
  finished_at: 'finished_event',
  symbol: 'symbol',
  strategy: 'strategy',
  sharpe: 'sharpe',
  total_return: 'total_return',
};

type PlainRow = Omit<RunEntity, 'config' | 'identity' | 'summary' | 'timings'>;

interface ListedRow extends PlainRow {
  /** Arrays as text. */
  readonly config_values: string | null;
  readonly summary_values: string | null;
}

const COLUMNS_LISTED = Object.keys({
  ...{
    run_hash: 0,
    kind: 0,
    config_hash: 0,
    data_hash: 0,
    symbol: 0,
    timeframe: 0,
    strategy: 0,
    data_start: 0,
    data_end: 0,
    dataset_id: 0,
  },
  ...{ status: 0, attempt: 0, stage: 0, progress: 0, owner: 0, lease_until: 0, queued_event: 0, finished_event: 0 },
  ...{ created_at: 0, started_at: 0, finished_at: 0, error: 0, manifest_hash: 0, sharpe: 0, total_return: 0 },
  ...{ pinned: 0, pruned_at: 0 },
} satisfies Record<keyof PlainRow, 0>).map((column) => `run.${column} AS ${column}`);

/**
 * A page of the runs that have not been pruned. Pages follow one another by the rows' own values: what is added meanwhile moves nothing.
 * Throws VALIDATION_FAILED.
 */
export async function listRuns(
  database: Database,
  { kind, config = [], summary = [], ...request }: RunQuery & ListedValues & { readonly kind: RunKind },
): Promise<Page<ListedRun>> {
  const { sort, problems } = checked(request);
  const { limit, after } = checkedPage(request, (key) => isKeyOf(sort, key), problems);
  const rows = await database.read((manager) => {
    const values = [`${jsonValues('run.config', config)} AS config_values`, `${jsonValues('run.summary', summary)} AS summary_values`];
    const query = manager
      .createQueryBuilder()
      .select([...COLUMNS_LISTED, ...values])
      .from(RunEntity, 'run');
    query.where('run.kind = :kind', { kind }).andWhere('run.pruned_at IS NULL');
    for (const column of ['status', 'symbol', 'strategy'] as const) {
      if (request[column] !== undefined) query.andWhere(`run.${column} = :${column}`, { [column]: request[column] });
    }
    if (after) follow(query, sort, after);
    const direction = sort.descending ? 'DESC' : 'ASC';
    query.orderBy(`run.${sort.column}`, direction, 'NULLS LAST').addOrderBy('run.queued_event', direction);
    return query.limit(limit + 1).getRawMany<ListedRow>(); // entities would take twice the time of all else
  });
  return pageOf({
    rows,
    limit,
    item: (row) => ({
      ...plainColumns({ ...row, pinned: Boolean(row.pinned) }),
      config_values: valuesIn(row.config_values) ?? [],
      summary_values: valuesIn(row.summary_values),
    }),
    key: (row) => [sort.name, row[sort.column], row.queued_event],
  });
}

function valuesIn(text: string | null): readonly JsonValue[] | null {
  return text === null ? null : (JSON.parse(text) as readonly JsonValue[]).slice(1);
}

function checked({ status, symbol, strategy, sort = '-created_at' }: RunQuery): { sort: Sort; problems: Problem[] } {
  const problems: Problem[] = [];
  if (status !== undefined && !RUN_STATUSES.some((each) => each === status)) {
    const message = `status is ${quote(status)}; there is no such status.${suggestion(String(status), RUN_STATUSES)}`;
    problems.push({ path: '/status', code: 'NOT_ALLOWED', message, allowed: RUN_STATUSES });
  }
  for (const [name, value] of Object.entries({ symbol, strategy })) {
    if (value === undefined || (typeof value === 'string' && value.length <= 128)) continue;
    problems.push({ path: `/${name}`, code: 'NOT_ALLOWED', message: `${name} is ${quote(value)}; give a name of at most 128 characters.` });
  }
  const descending = String(sort).startsWith('-');
  const name = descending ? sort.slice(1) : sort;
  const column = RUN_SORTS.some((each) => each === name) ? COLUMNS[name] : undefined;
  if (!column) {
    const message = `sort is ${quote(sort)}; runs are not sorted by that.${suggestion(String(name), RUN_SORTS)}`;
    problems.push({ path: '/sort', code: 'NOT_ALLOWED', message, allowed: RUN_SORTS.flatMap((each) => [each, `-${each}`]) });
  }
  return { sort: { name: sort, column: column ?? 'queued_event', descending }, problems };
}

function isKeyOf({ name, column }: Sort, key: CursorKey): boolean {
  const [sort, value, tie] = key;
  const kind = column === 'symbol' || column === 'strategy' ? 'string' : 'number';
  const fits = typeof value === kind || (value === null && kind === 'number' && column !== 'queued_event');
  return key.length === 3 && sort === name && fits && Number.isSafeInteger(tie);
}

/** Only what comes after the cursor's row: those with a further value, the ties behind it, and those without a value. */
function follow(query: SelectQueryBuilder<RunEntity>, { column, descending }: Sort, [, value, tie]: CursorKey): void {
  const beyond = descending ? '<' : '>';
  const parameters = { value, tie };
  if (value === null) {
    query.andWhere(`run.${column} IS NULL AND run.queued_event ${beyond} :tie`, parameters);
    return;
  }
  query.andWhere(
    new Brackets((or) => {
      or.where(`run.${column} ${beyond} :value`, parameters);
      or.orWhere(`run.${column} = :value AND run.queued_event ${beyond} :tie`, parameters);
      if (column !== 'queued_event') or.orWhere(`run.${column} IS NULL`);
    }),
  );
}
