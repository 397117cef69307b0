import { parquetBytes, numberColumn, timeColumn } from '@projecta/artifacts';
import { type Candles, formatCandlesCsv, testCandles, type Timeframe } from '@projecta/candles';

/** Candles that a data set can be made of: those of TEST, under any symbol. */
export function someCandles(timeframe: Timeframe = '1h', days = 10): Candles {
  return testCandles(timeframe, Date.UTC(2024, 0, 1), Date.UTC(2024, 0, 1 + days));
}

/** As CSV. */
export function csvOf(candles: Candles): string {
  return formatCandlesCsv(candles);
}

/** As a Parquet file. */
export function parquetOf(candles: Candles): Uint8Array {
  const { ts, ...numbers } = candles;
  const columns = Object.entries(numbers as Record<string, Float64Array>).map(([name, values]) => numberColumn(name, values));
  return parquetBytes({ name: 'candles', columns: [timeColumn('ts', ts), ...columns], rows: ts.length });
}
