import { TABLE_FORMATS, type TableFormat, type TableSelection } from '@projecta/artifacts';
import { ValidationFailed } from '@projecta/errors';
import { list, oneOf, readQuery, wholeNumber } from '../http/query.js';

/** How a table is wanted. */
export interface TableQuery {
  readonly format: TableFormat | 'parquet';
  readonly selection: TableSelection;
}

const MOST_ROWS = 100_000_000;
const RULES = {
  format: oneOf<TableFormat>(Object.keys(TABLE_FORMATS) as TableFormat[]),
  columns: list({ most: 1_000, longest: 200 }),
  limit: wholeNumber(1, MOST_ROWS),
  downsample: wholeNumber(2, MOST_ROWS),
};

/**
 * The parameters of an artifact's address; undefined where the file is wanted as it is. Throws VALIDATION_FAILED, also for parameters of
 * tables on what is no table.
 */
export function tableQuery(query: object, name: string): TableQuery | undefined {
  const { format, ...selection } = readQuery(query, RULES);
  const given = Object.keys(query);
  if (given.length === 0) return undefined;
  if (!name.endsWith('.parquet')) {
    const message = `${name} is no table, so it is there as it is only. Leave the parameter out.`;
    const problems = given.map((key) => ({ path: `/${key}`, code: 'NOT_ALLOWED' as const, message }));
    throw new ValidationFailed(problems, 'The query');
  }
  const wanted = Object.fromEntries(Object.entries(selection).filter(([, value]) => value !== undefined)) as TableSelection;
  return { format: format ?? 'parquet', selection: wanted };
}
