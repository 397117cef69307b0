import { type ErrorCode, ProjectaError, quote } from '@projecta/errors';
import type { EntityManager, EntityTarget, ObjectLiteral } from 'typeorm';

const HASH = /^[0-9a-f]{64}$/;
const PREFIX = /^[0-9a-f]{8,64}$/;
const NAMED = 5;

/**
 * The row whose hash is the one given, or the only one that begins with it; a prefix has 8 digits or more.
 * Throws AMBIGUOUS_PREFIX, or the code for what is missing.
 */
export async function findByPrefix<Row extends ObjectLiteral>({
  manager,
  entity,
  key,
  prefix,
  where = {},
  missing,
  noun,
}: {
  readonly manager: EntityManager;
  readonly entity: EntityTarget<Row>;
  readonly key: keyof Row & string;
  readonly prefix: string;
  /** Columns that a row must have these values in to be looked at. */
  readonly where?: Readonly<Record<string, string>>;
  readonly missing: ErrorCode;
  /** What a row is called in messages. */
  readonly noun: string;
}): Promise<Row> {
  const query = manager.createQueryBuilder(entity, 'row');
  if (HASH.test(prefix)) query.where(`row.${key} = :prefix`, { prefix });
  // a range, since an index serves it; every hexadecimal digit is below 'g'
  else query.where(`row.${key} >= :prefix AND row.${key} < :end`, { prefix, end: `${prefix}g` });
  for (const [column, value] of Object.entries(where)) query.andWhere(`row.${column} = :${column}`, { [column]: value });
  const rows = PREFIX.test(prefix)
    ? await query
        .orderBy(`row.${key}`)
        .limit(NAMED + 1)
        .getMany()
    : [];
  const [row] = rows;
  if (row && rows.length === 1) return row;
  if (row) {
    const hashes = rows.slice(0, NAMED).map((each) => String(each[key]));
    const more = rows.length > NAMED ? ', …' : '';
    throw new ProjectaError('AMBIGUOUS_PREFIX', `${quote(prefix)} begins several ${noun}s; give more digits: ${hashes.join(', ')}${more}.`);
  }
  throw new ProjectaError(missing, `There is no ${noun} ${quote(prefix)}. Give its hash of 64 digits (0–9, a–f), or at least the first 8.`);
}
