import type { Candles } from '@projecta/candles';
import fc from 'fast-check';

/** Fixed, so that a run today and one tomorrow test the same; fast-check prints seed and path of a failure. */
export const RUNS = { numRuns: 60, seed: 20_241 } as const;

const KINDS = ['walk', 'ticks', 'flat stretches', 'tiny', 'huge', 'gaps', 'trend'] as const;
type Kind = (typeof KINDS)[number];

/** Valid candles of every kind a data set may have; volume is sometimes 0. */
export function randomCandles({ minBars = 0, maxBars = 100 } = {}): fc.Arbitrary<Candles> {
  return fc
    .record({ kind: fc.constantFrom(...KINDS), bars: fc.integer({ min: minBars, max: maxBars }), seed: fc.integer() })
    .map(({ kind, bars, seed }) => candlesOf(kind, bars, seed));
}

/** One column of prices of the same kinds. */
export function randomSeries(bounds = {}): fc.Arbitrary<Float64Array> {
  return randomCandles(bounds).map(({ close }) => close);
}

const PRICE = { walk: 100, ticks: 50, 'flat stretches': 20, tiny: 3e-7, huge: 4e11, gaps: 100, trend: 100 } as const;

export function candlesOf(kind: Kind, bars: number, seed: number): Candles {
  const next = generator(seed);
  const column = () => new Float64Array(bars);
  const candles = { ts: column(), open: column(), high: column(), low: column(), close: column(), volume: column() };
  const onGrid = (price: number) => (kind === 'ticks' ? Math.max(1, Math.round(price * 4)) / 4 : price);
  let price: number = PRICE[kind];
  let rest = 0;
  for (let t = 0; t < bars; t++) {
    if (kind === 'flat stretches' && rest === 0 && next() < 0.2) rest = Math.floor(next() * 30);
    const still = rest > 0;
    if (still) rest--;
    const gap = kind === 'gaps' && next() < 0.3 ? 1 + (next() - 0.5) * 0.2 : 1;
    const open = onGrid(still ? price : price * gap);
    price = onGrid(still ? open : open * (1 + (next() - (kind === 'trend' ? 0.1 : 0.5)) * 0.04));
    candles.ts[t] = t * 60_000;
    candles.open[t] = open;
    candles.close[t] = price;
    candles.high[t] = onGrid(Math.max(open, price) * (still ? 1 : 1 + next() * 0.01));
    candles.low[t] = onGrid(Math.min(open, price) * (still ? 1 : 1 - next() * 0.01));
    candles.volume[t] = next() < 0.1 ? 0 : Math.round(next() * 1e5) / 8;
  }
  return candles;
}

/** Numbers in [0, 1) from a seed (Lehmer's generator, well enough for test data). */
export function generator(seed: number): () => number {
  let state = (seed >>> 0) % 2147483646;
  const next = () => {
    state = ((state + 1) * 48271) % 2147483647;
    return (state - 1) / 2147483646;
  };
  next();
  return next;
}
