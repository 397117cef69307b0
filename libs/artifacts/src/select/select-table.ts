import { type Problem, quote, suggestion, ValidationFailed } from '@projecta/errors';
import type { Table, TableColumn } from '../table.js';
import { downsampledRows } from './downsampled-rows.js';
import { takeRows } from './take-rows.js';

/** Which part of a table is wanted; a chart rarely needs all of it. */
export interface TableSelection {
  /** Names of columns, in the order wanted; all when left out. */
  readonly columns?: readonly string[];
  /** At most so many rows, 1 or more: the last ones, which in a run's tables are the latest. */
  readonly limit?: number;
  /** At most so many of those rows, 2 or more, that look like all of them: see `downsampledRows`. */
  readonly downsample?: number;
}

/**
 * A part of a table: the columns by name, then the last rows, then a thinned choice of these. Rows are chosen, never merged or averaged.
 * Throws VALIDATION_FAILED for columns that are not there and for numbers out of range.
 */
export function selectTable(table: Table, { columns, limit, downsample }: TableSelection): Table {
  const problems = [...numberProblem('limit', limit, 1), ...numberProblem('downsample', downsample, 2), ...nameProblems(table, columns)];
  if (problems.length > 0) throw new ValidationFailed(problems, 'The selection');
  const latest = limit === undefined || limit >= table.rows ? table : takeRows(table, lastRows(table.rows, limit));
  const chosen = columns === undefined ? latest : { ...latest, columns: columns.map((name) => columnOf(latest, name)!) };
  if (downsample === undefined || downsample >= chosen.rows) return chosen;
  const times = latest.columns.find(({ kind }) => kind === 'time');
  return takeRows(chosen, downsampledRows(chosen, { count: downsample, ...(times?.kind === 'time' && { times: times.values }) }));
}

function lastRows(rows: number, limit: number): Uint32Array {
  return Uint32Array.from({ length: limit }, (_, i) => rows - limit + i);
}

function numberProblem(name: string, value: number | undefined, least: number): Problem[] {
  if (value === undefined || (Number.isInteger(value) && value >= least)) return [];
  return [{ path: `/${name}`, code: 'OUT_OF_RANGE', message: `${name} is ${quote(value)}; give a whole number from ${least} on.` }];
}

function nameProblems(table: Table, columns: readonly string[] = []): Problem[] {
  const names = table.columns.map(({ name }) => name);
  const unknown = columns.filter((name) => !names.includes(name));
  return unknown.map((name) => {
    const message = `${table.name} has no column ${quote(name)}.${suggestion(name, names)} It has ${names.join(', ')}.`;
    return { path: '/columns', code: 'NOT_ALLOWED', message, allowed: names };
  });
}

function columnOf({ columns }: Table, name: string): TableColumn | undefined {
  return columns.find((column) => column.name === name);
}
