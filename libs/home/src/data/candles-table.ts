import { numberColumn, parquetBytes, tableFromParquet, timeColumn } from '@projecta/artifacts';
import type { Candles } from '@projecta/candles';

const NUMBERS = ['open', 'high', 'low', 'close', 'volume', 'vwap'] as const;

/** Candles as a Parquet file: times as exact milliseconds, the same bytes every time. */
export function candlesParquet(candles: Candles): Uint8Array {
  const numbers = NUMBERS.flatMap((name) => (candles[name] ? [numberColumn(name, candles[name])] : []));
  return parquetBytes({ name: 'candles', columns: [timeColumn('ts', candles.ts), ...numbers], rows: candles.ts.length });
}

/** The candles of such a file. Throws ARTIFACT_DAMAGED where it is none. */
export async function candlesOfParquet(bytes: Uint8Array): Promise<Candles> {
  const { columns } = await tableFromParquet(bytes);
  const byName = new Map(columns.map((column) => [column.name, column]));
  const read = (name: string): Float64Array | undefined => {
    const column = byName.get(name);
    return column?.kind === 'time' || column?.kind === 'number' ? column.values : undefined;
  };
  const [volume, vwap] = [read('volume'), read('vwap')];
  return {
    ts: read('ts') ?? new Float64Array(),
    open: read('open') ?? new Float64Array(),
    high: read('high') ?? new Float64Array(),
    low: read('low') ?? new Float64Array(),
    close: read('close') ?? new Float64Array(),
    ...(volume && { volume }),
    ...(vwap && { vwap }),
  };
}
