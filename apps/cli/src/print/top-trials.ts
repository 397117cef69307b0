import type { SweepSummary, Table, TableColumn } from '@projecta/artifacts';
import type { MetricId } from '@projecta/metrics';
import { formatMetric } from './format-metric.js';
import { plainTable } from './plain-table.js';

const MOST = 10;

/** What is shown of a trial beside its parameters and its objective. */
const SHOWN: readonly MetricId[] = ['sharpe', 'total_return', 'max_drawdown', 'trades'];

const PARAM = 'param.';

/** The best trials of a sweep's table, best first; the same run drawn twice stands once. */
export function topTrials(table: Table, { objective, lower_is_better, best }: SweepSummary, dim: (text: string) => string): string {
  const column = (name: string): TableColumn => table.columns.find((one) => one.name === name)!;
  const params = table.columns.filter(({ name }) => name.startsWith(PARAM));
  const metrics = [...new Set([objective as MetricId, ...SHOWN])];
  const order = topRows(column(objective), { first: best.row, lowerIsBetter: lower_is_better, hashes: column('run_hash') });
  const rows = order.map((row) => [
    String(valueAt(column('trial'), row)),
    ...params.map((one) => String(valueAt(one, row))),
    ...metrics.map((id) => formatMetric(id, valueAt(column(id), row) as number | null)),
    String(valueAt(column('run_hash'), row)).slice(0, 12),
  ]);
  const head = ['trial', ...params.map(({ name }) => shortPath(name.slice(PARAM.length))), ...metrics, 'run_hash'].map(dim);
  return plainTable({ head, rows, right: head.map((_, i) => i).slice(0, -1) });
}

/** A parameter of the strategy by its bare name, as `--grid` takes it. */
export function shortPath(path: string): string {
  return path.replace(/^strategy\.params\./, '');
}

interface Ranking {
  /** The best by the sweep's own word: it breaks ties that rounding would. */
  readonly first: number;
  readonly lowerIsBetter: boolean;
  readonly hashes: TableColumn;
}

function topRows(objective: TableColumn, { first, lowerIsBetter, hashes }: Ranking): number[] {
  const values = Array.from({ length: objective.kind === 'text' ? objective.codes.length : objective.values.length }, (_, row) => {
    const value = valueAt(objective, row);
    return typeof value === 'number' ? value * (lowerIsBetter ? -1 : 1) : -Infinity;
  });
  const order = values.map((_, row) => row).sort((a, b) => Number(b === first) - Number(a === first) || values[b]! - values[a]! || a - b);
  const top = new Map<unknown, number>();
  for (const row of order) {
    if (top.size === MOST) break;
    const hash = valueAt(hashes, row);
    if (!top.has(hash)) top.set(hash, row);
  }
  return [...top.values()];
}

function valueAt(column: TableColumn, row: number): number | string | boolean | null {
  if (column.kind === 'text') return column.texts[column.codes[row]!]!;
  if (column.kind === 'flag') return column.values[row] === 1;
  if (column.kind === 'number' && column.valid?.[row] === 0) return null;
  return column.values[row]!;
}
