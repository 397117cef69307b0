import type { Client, MetricId } from '@projecta/client';
import type { SweepResult } from '@projecta/engine';
import { arrowTable, type ArrowTable } from '../../api/arrow-table.js';
import type { ParamColumn, Trials } from '../trials/trials.js';
import { axisPaths, valuesOf } from './sweep-axes.js';
import type { CompletedSweep } from './completed-sweep.js';

/** What a sweep left, each part loaded when it is first asked for, and once. */
export interface SweepTables {
  /** With the objective and the key metrics. */
  trials(): Promise<Trials>;
  /** A metric by row; NaN where it does not exist. */
  metric(id: MetricId): Promise<Float64Array>;
  /** How the search was judged; undefined where it was not. */
  judged(): Promise<SweepResult['overfitting']>;
  /** The numbers behind that. */
  detail(): Promise<SweepResult['overfitting_detail']>;
}

/** What is told of any trial, beside the objective. */
const KEY_METRICS: readonly MetricId[] = [
  'sharpe',
  'total_return',
  'cagr',
  'max_drawdown',
  'trades',
  'win_rate',
  'profit_factor',
  'exposure',
  'turnover',
];

/** The metrics that are loaded with the trials, the objective first. */
export function keyMetrics(objective: MetricId): readonly MetricId[] {
  return [objective, ...KEY_METRICS.filter((id) => id !== objective)];
}

export function sweepTables(client: Client, sweep: CompletedSweep): SweepTables {
  const { sweep_hash, objective } = sweep;
  const table = async (name: string, columns?: readonly string[]): Promise<ArrowTable> => {
    const response = await client.sweeps.file(sweep_hash, name, { format: 'arrow', ...(columns && { columns: columns.join(',') }) });
    return arrowTable(await response.arrayBuffer());
  };
  const metrics = new Map<MetricId, Promise<Float64Array>>();
  const loadMetric = async (id: MetricId): Promise<Float64Array> => (await table('sweep.parquet', [id])).numbers(id);
  return {
    trials: once(async () => {
      const paths = axisPaths(sweep.sweep);
      const ids = keyMetrics(objective);
      const read = await table('sweep.parquet', ['trial', 'run_hash', ...paths.map((path) => `param.${path}`), ...ids]);
      const params = paths.map((path) => [path, paramColumn(read, `param.${path}`, valuesOf(sweep.sweep, path))]);
      return {
        rows: read.rows,
        trial: read.numbers('trial'),
        run_hash: read.texts('run_hash'),
        params: Object.fromEntries(params) as Trials['params'],
        metrics: Object.fromEntries(ids.map((id) => [id, read.numbers(id)])),
      };
    }),
    metric(id) {
      const loading = metrics.get(id) ?? loadMetric(id);
      metrics.set(id, loading);
      loading.catch(() => metrics.delete(id));
      return loading;
    },
    judged: once(async () => {
      const summary = (await (await client.sweeps.file(sweep_hash, 'validation_summary.json')).json()) as {
        readonly overfitting?: SweepResult['overfitting'];
      };
      return summary.overfitting;
    }),
    detail: once(async () => (await table('validation_detail.parquet')).objects() as unknown as SweepResult['overfitting_detail']),
  };
}

/** A column of one kind of values holds that kind; a mixed one holds texts. */
function paramColumn(table: ArrowTable, name: string, values: readonly unknown[] | undefined): ParamColumn {
  const kinds = new Set((values ?? [0]).map((value) => typeof value));
  if (kinds.size > 1 || kinds.has('string')) return table.texts(name);
  return kinds.has('boolean') ? table.flags(name) : table.numbers(name);
}

/** A failed load is tried again when it is asked for again. */
function once<T>(load: () => Promise<T>): () => Promise<T> {
  let loading: Promise<T> | undefined;
  return () =>
    (loading ??= load().catch((error: unknown) => {
      loading = undefined;
      throw error;
    }));
}
