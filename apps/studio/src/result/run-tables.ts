import type { Client, FillRow, Run, TradeRow } from '@projecta/client';
import type { RunResult } from '@projecta/engine';
import { arrowTable, type ArrowTable } from '../api/arrow-table.js';
import { candleColumns } from '../api/candle-columns.js';
import { refusalOf } from '../api/refusal.js';

/** The candles of a run; or why those it was computed on cannot be shown. */
export type RunCandles = { readonly candles: RunResult['candles'] } | { readonly candles?: never; readonly missing: string };

/** What a kept run left, each part loaded when it is first asked for, and once. */
export interface RunTables {
  candles(): Promise<RunCandles>;
  equity(): Promise<RunResult['equity']>;
  trades(): Promise<readonly TradeRow[]>;
  fills(): Promise<readonly FillRow[]>;
  detail(): Promise<RunResult['validation_detail']>;
  validation(): Promise<RunResult['validation']>;
  causality(): Promise<RunResult['causality']>;
}

export function runTables(client: Client, run: Run): RunTables {
  const table = async (name: string): Promise<ArrowTable> => {
    const response = await client.artifacts.get(run.run_hash, `${name}.parquet`, { format: 'arrow' });
    return arrowTable(await response.arrayBuffer());
  };
  const document = async (name: string): Promise<unknown> => (await client.artifacts.get(run.run_hash, name)).json();
  return {
    candles: once(() => candlesOf(client, run)),
    equity: once(async () => equityOf(await table('equity'))),
    trades: once(async () => (await table('trades')).objects() as unknown as TradeRow[]),
    fills: once(async () => (await table('fills')).objects() as unknown as FillRow[]),
    detail: once(async () => (await table('validation_detail')).objects() as unknown as RunResult['validation_detail']),
    validation: once(async () => (await document('validation_summary.json')) as RunResult['validation']),
    causality: once(async () => (await document('causality.json')) as RunResult['causality']),
  };
}

async function candlesOf(client: Client, { config, data_hash }: Run): Promise<RunCandles> {
  try {
    const { table, data_hash: found } = await candleColumns(client, config);
    if (found === data_hash) return { candles: columnsOf(table) };
    return {
      missing: `The candles of ${config.symbol} were changed after this run, so the chart has no prices. Its results are those of the candles it was computed on.`,
    };
  } catch (error) {
    return { missing: `The candles of this run cannot be loaded, so the chart has no prices: ${refusalOf(error).detail}` };
  }
}

function columnsOf(table: ArrowTable): RunResult['candles'] {
  return Object.fromEntries(table.names.map((name) => [name, table.numbers(name)])) as unknown as RunResult['candles'];
}

function equityOf(table: ArrowTable): RunResult['equity'] {
  return Object.fromEntries(table.names.map((name) => [name, table.numbers(name)])) as unknown as RunResult['equity'];
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
