import { formatTable, numberColumn, type Table, timeColumn } from '@projecta/artifacts';
import { type Candles, formatCandlesCsv } from '@projecta/candles';
import { type CandleSpan, candleSpan, type SpanWanted } from './candle-span.js';
import { columnPage, type Columns, columnsJson, type PageWanted } from './column-page.js';
import { downsampleCandles } from './downsample-candles.js';
import type { ValueCache } from './value-cache.js';

export interface SliceWanted extends SpanWanted {
  /** At most so many candles for the span; null leaves all. */
  readonly downsample: number | null;
  /** JSON comes in pages, the others whole. */
  readonly format: { readonly name: 'json'; readonly page: PageWanted } | { readonly name: 'csv' } | { readonly name: 'arrow' };
}

/** Candles as an answer: a text or an Arrow file. */
export interface CandleSlice extends Omit<CandleSpan, 'candles'> {
  readonly body: Uint8Array;
  /** Of the span, before it was downsampled. */
  readonly bars: number;
}

const PIECE_BARS = 8_192;

/** Candles of a span as JSON columns, as CSV that reads back, or as an Arrow file. Errors are those of the span. */
export async function candleSlice(wanted: SliceWanted, cache: ValueCache): Promise<CandleSlice> {
  const { candles, ...facts } = await candleSpan(wanted, cache);
  const shown = wanted.downsample === null ? candles : downsampleCandles(candles, wanted.downsample);
  const bars = candles.ts.length;
  return { ...facts, bars, body: bodyOf(shown, wanted, { ...facts, bars }) };
}

function bodyOf(candles: Candles, { symbol, timeframe, format }: SliceWanted, facts: Omit<CandleSlice, 'body'>): Uint8Array {
  if (format.name === 'csv') return csvBytes(candles);
  if (format.name === 'arrow') return formatTable(tableOf(candles), 'arrow');
  const { columns, next } = columnPage(candles as unknown as Columns, format.page);
  const head = JSON.stringify({ symbol, timeframe, ...facts });
  return Buffer.from(`${head.slice(0, -1)},"columns":${columnsJson(columns)},"next_cursor":${next === null ? 'null' : `"${next}"`}}`);
}

/** Piece by piece: the lines of some million bars at once would take many times the memory of their text. */
function csvBytes(candles: Candles): Uint8Array {
  const pieces: Buffer[] = [];
  for (let from = 0; from === 0 || from < candles.ts.length; from += PIECE_BARS) {
    const text = formatCandlesCsv(rowsOf(candles, from, from + PIECE_BARS));
    pieces.push(Buffer.from(from === 0 ? text : text.slice(text.indexOf('\n') + 1)));
  }
  return Buffer.concat(pieces);
}

function rowsOf(candles: Candles, from: number, to: number): Candles {
  const columns = Object.entries(candles as unknown as Columns).map(([name, values]) => [name, values.subarray(from, to)]);
  return Object.fromEntries(columns) as Candles;
}

function tableOf(candles: Candles): Table {
  const { ts, ...numbers } = candles;
  const columns = Object.entries(numbers as Record<string, Float64Array>).map(([name, values]) => numberColumn(name, values));
  return { name: 'candles', columns: [timeColumn('ts', ts), ...columns], rows: ts.length };
}
