import type { Candles } from '@projecta/candles';
import { type Cancellation, type FeaturePreview as Features, previewFeatures, RunCancelled } from '@projecta/engine';
import { ProjectaError } from '@projecta/errors';
import type { RunPlugins } from '../compute/run-plugins.js';
import { candleSpan, type SpanWanted } from './candle-span.js';
import { columnPage, type Columns, columnsJson, type PageWanted } from './column-page.js';
import { bucketStarts, firstOfBuckets, lastOfBuckets } from './downsample-candles.js';
import type { ValueCache } from './value-cache.js';

export interface PreviewWanted extends SpanWanted {
  /** As a RunConfig names them. */
  readonly indicators: Features['indicators'];
  /** At most so many rows for the span; null leaves all. */
  readonly downsample: number | null;
  readonly page: PageWanted;
}

export interface PreviewContext {
  readonly plugins: RunPlugins;
  readonly signal: Cancellation;
  readonly cache: ValueCache;
}

/** How many numbers an answer may be made from: 20 columns of the most bars that a run takes would fill the memory. */
const MOST_NUMBERS = 50_000_000;

/**
 * Indicator columns on the bars of a span, as JSON: those that a run over the same span stores. A downsampled row has the time of its first bar and
 * the values at its last one, as downsampled candles have their closes.
 * @throws ProjectaError as the span and the indicators do, and LIMIT_EXCEEDED; RunCancelled
 */
export async function featurePreview(
  wanted: PreviewWanted,
  { plugins, signal, cache }: PreviewContext,
): Promise<{ readonly body: Uint8Array }> {
  const { symbol, timeframe, downsample, page } = wanted;
  const { candles, ...facts } = await candleSpan(wanted, cache);
  const bars = candles.ts.length;
  // an indicator of a user's could write into what it reads, which is kept for others
  const features = featuresOf(wanted, copied(candles), { plugins, signal });
  const { columns, next } = columnPage(downsample === null ? features : downsampled(features, downsample), page);
  const head = JSON.stringify({ symbol, timeframe, ...facts, bars });
  return {
    body: Buffer.from(`${head.slice(0, -1)},"columns":${columnsJson(columns)},"next_cursor":${next === null ? 'null' : `"${next}"`}}`),
  };
}

/** One indicator after the other, so that a cancelled preview stops between them. */
function featuresOf(
  { indicators }: PreviewWanted,
  candles: Candles,
  { plugins, signal }: Pick<PreviewContext, 'plugins' | 'signal'>,
): Columns {
  // all are checked on no bars before any is computed, so that every problem comes at once
  previewFeatures({ indicators, candles: emptied(candles), plugins });
  const columns: Record<string, Float64Array> = {};
  for (const indicator of indicators) {
    if (signal.aborted) throw new RunCancelled();
    Object.assign(columns, previewFeatures({ indicators: [indicator], candles, plugins }));
    if (Object.keys(columns).length * candles.ts.length > MOST_NUMBERS) throw tooMuch(candles.ts.length);
  }
  return { ts: candles.ts, ...columns };
}

function downsampled({ ts, ...features }: Columns, points: number): Columns {
  const starts = bucketStarts(ts!.length, points);
  const rows = Object.entries(features).map(([name, values]) => [name, lastOfBuckets(values, starts)]);
  return { ts: firstOfBuckets(ts!, starts), ...(Object.fromEntries(rows) as Columns) };
}

function copied(candles: Candles): Candles {
  return mapped(candles, (column) => column.slice());
}

function emptied(candles: Candles): Candles {
  return mapped(candles, () => new Float64Array());
}

function mapped(candles: Candles, change: (column: Float64Array) => Float64Array): Candles {
  const columns = Object.entries(candles as unknown as Columns).map(([name, column]) => [name, change(column)]);
  return Object.fromEntries(columns) as Candles;
}

function tooMuch(bars: number): ProjectaError {
  const message = `These columns of ${bars} bars are more than ${MOST_NUMBERS} numbers. Ask for fewer indicators or a shorter span.`;
  return new ProjectaError('LIMIT_EXCEEDED', message, [{ path: '/indicators', code: 'LIMIT_EXCEEDED', message }]);
}
