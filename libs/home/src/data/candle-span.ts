import { type Candles, dataHash, resampleCandles, sliceCandles, testCandles, type Timeframe, timeframeMs } from '@projecta/candles';
import { ProjectaError } from '@projecta/errors';
import { sha256Stream } from '@projecta/hashing/node';
import { cachedReaders, candleBytes } from './candle-readers.js';
import type { StoredVersion } from './data-set-files.js';
import { findCandles, type FoundCandles } from './find-candles.js';
import type { ValueCache } from './value-cache.js';

/** Which bars are wanted, and the places they may come from; it can be posted to a thread. */
export interface SpanWanted {
  readonly symbol: string;
  readonly timeframe: Timeframe;
  /** Half-open, epoch ms; null is the end of what there is. The built-in symbol has none. */
  readonly start: number | null;
  readonly end: number | null;
  readonly stored: readonly StoredVersion[];
  readonly dataDir: string | null;
  readonly maxBars: number;
}

/** Bars as a run over the same span sees them. */
export interface CandleSpan {
  /** Views of memory that others read, too. */
  readonly candles: Candles;
  /** Of exactly these bars: what a run over the span has as its data_hash. */
  readonly data_hash: string;
  readonly source: 'stored' | 'folder' | 'built_in';
}

/**
 * The bars of a span: the data set that a run takes, resampled as a whole and sliced.
 * @throws ProjectaError DATA_NOT_FOUND, TIMEFRAME_TOO_FINE, DATA_INVALID, ARTIFACT_DAMAGED; REQUIRED for a span of the built-in symbol without
 * an end; LIMIT_EXCEEDED
 */
export async function candleSpan(wanted: SpanWanted, cache: ValueCache): Promise<CandleSpan> {
  const { timeframe, start, end, maxBars } = wanted;
  const found = await findCandles({ ...wanted, dataFile: null, readers: cachedReaders(cache) });
  const whole = found.candles ? await resampled(found.candles, timeframe, cache) : await builtIn(wanted, cache);
  const candles = sliceCandles(whole, start ?? -Infinity, end ?? Infinity);
  if (candles.ts.length > maxBars) throw tooMany(candles.ts.length, wanted);
  const data_hash = await cache.of(`hash ${cache.nameOf(whole)} ${start} ${end}`, () => {
    const hash = dataHash(candles, sha256Stream);
    return { value: hash, bytes: 500 };
  });
  return { candles, data_hash, source: sourceOf(found) };
}

function resampled(candles: Candles, timeframe: Timeframe, cache: ValueCache): Promise<Candles> {
  return cache.of(`resampled ${cache.nameOf(candles)} ${timeframe}`, () => {
    const coarser = resampleCandles(candles, timeframe);
    return { value: coarser, bytes: coarser === candles ? 500 : candleBytes(coarser) };
  });
}

function builtIn(wanted: SpanWanted, cache: ValueCache): Promise<Candles> {
  const { symbol, timeframe, start, end, maxBars } = wanted;
  if (start === null || end === null) {
    const missing = [...(start === null ? ['start'] : []), ...(end === null ? ['end'] : [])];
    const problems = missing.map((name) => ({
      path: `/${name}`,
      code: 'REQUIRED' as const,
      message: `${name} is required: ${symbol} is made for any span.`,
    }));
    throw new ProjectaError('VALIDATION_FAILED', `The built-in ${symbol} has no first and no last bar: give a start and an end.`, problems);
  }
  const bars = Math.ceil((end - start) / timeframeMs(timeframe));
  if (bars > maxBars) throw tooMany(bars, wanted);
  return cache.of(`built-in ${timeframe} ${start} ${end}`, () => {
    const candles = testCandles(timeframe, start, end);
    return { value: candles, bytes: candleBytes(candles) };
  });
}

function sourceOf({ dataset_id, candles }: FoundCandles): CandleSpan['source'] {
  if (dataset_id !== null) return 'stored';
  return candles ? 'folder' : 'built_in';
}

function tooMany(bars: number, { symbol, timeframe, maxBars }: SpanWanted): ProjectaError {
  const message = `${symbol} ${timeframe} has ${bars} bars in the span; this server takes ${maxBars}. Take a shorter span or a coarser timeframe.`;
  return new ProjectaError('LIMIT_EXCEEDED', message, [{ path: '/end', code: 'LIMIT_EXCEEDED', message }]);
}
