import type { ParamColumn, SweepResult } from '@projecta/engine';
import { flagColumn, numberColumn, optionalColumn, textColumn } from './table-columns.js';
import type { Table, TableColumn } from './table.js';
import { validationDetailTable } from './tables-of.js';

/** The tables of a sweep: `sweep`, a row a trial that ran, and validation_detail, without rows where the search was not judged. */
export function sweepTables({ trials, overfitting_detail }: SweepResult): Table[] {
  const params = Object.entries(trials.params).map(([path, column]) => paramColumn(`param.${path}`, column));
  const metrics = Object.entries(trials.metrics).map(([id, values]) => optionalColumn(id, values));
  const columns = [numberColumn('trial', trials.trial), textColumn('run_hash', trials.run_hash), ...params, ...metrics];
  return [{ name: 'sweep', columns, rows: trials.rows }, validationDetailTable(overfitting_detail)];
}

function paramColumn(name: string, column: ParamColumn): TableColumn {
  if (column instanceof Float64Array) return numberColumn(name, column);
  return isFlags(column) ? flagColumn(name, column) : textColumn(name, column);
}

function isFlags(column: readonly boolean[] | readonly string[]): column is readonly boolean[] {
  return typeof column[0] === 'boolean';
}
