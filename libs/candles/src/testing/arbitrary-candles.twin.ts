import fc from 'fast-check';
import type { Candles } from '../candles.js';
import { timeframeMs, type Timeframe } from '../timeframe.js';

const price = fc.double({ min: 1e-6, max: 1e9, noNaN: true });
const volume = fc.oneof(fc.constant(0), fc.double({ min: 1e-9, max: 1e12, noNaN: true }));

const row = fc.record({
  open: price,
  close: price,
  above: fc.double({ min: 0, max: 3, noNaN: true }),
  below: fc.double({ min: 0, max: 0.9, noNaN: true }),
  volume,
  vwap: price,
});

export interface CandleShape {
  readonly timeframe: Timeframe;
  readonly minBars?: number;
  readonly maxBars?: number;
}

/** Sound candles of a timeframe with gaps, with or without volume and vwap; most steps are one bar, so the timeframe shows. */
export function arbitraryCandles({ timeframe, minBars = 4, maxBars = 150 }: CandleShape): fc.Arbitrary<Candles> {
  const width = timeframeMs(timeframe);
  const start = fc.integer({ min: -3000, max: 30_000 }).map((k) => k * width + (timeframe === '1w' ? 345_600_000 : 0));
  const bar = fc.record({
    row,
    gap: fc.oneof({ weight: 9, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.integer({ min: 1, max: 400 }) }),
  });
  return fc
    .record({ start, bars: fc.array(bar, { minLength: minBars, maxLength: maxBars }), hasVolume: fc.boolean(), hasVwap: fc.boolean() })
    .map(({ start, bars, hasVolume, hasVwap }) => {
      const rows = bars.map((one) => one.row);
      const ts = new Float64Array(bars.length);
      bars.forEach(({ gap }, t) => (ts[t] = t === 0 ? start : ts[t - 1]! + width * (t < 4 ? 1 : 1 + gap)));
      return {
        ts,
        open: Float64Array.from(rows, (one) => one.open),
        high: Float64Array.from(rows, (one) => Math.max(one.open, one.close) * (1 + one.above)),
        low: Float64Array.from(rows, (one) => Math.min(one.open, one.close) * (1 - one.below)),
        close: Float64Array.from(rows, (one) => one.close),
        ...(hasVolume && { volume: Float64Array.from(rows, (one) => one.volume) }),
        ...(hasVwap && { vwap: Float64Array.from(rows, (one) => one.vwap) }),
      };
    });
}
