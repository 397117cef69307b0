import type { Candles } from '@projecta/candles';

/** What a market is like: a walk, prices in whole ticks (so ties are frequent), no change at all, or a walk with bars missing. */
export type Mood = 'walk' | 'ticks' | 'flat' | 'gaps';

export interface Market {
  readonly bars: number;
  readonly mood?: Mood;
  readonly seed?: number;
  readonly stepMs?: number;
  readonly volume?: boolean;
  readonly vwap?: boolean;
}

const FIRST = Date.UTC(2024, 0, 1);

/** Sound candles of a mood, the same for the same seed. */
export function marketOf({ bars, mood = 'walk', seed = 1, stepMs = 86_400_000, volume = true, vwap = false }: Market): Candles {
  const draw = draws(seed);
  const column = (): Float64Array => new Float64Array(bars);
  const [ts, open, high, low, close, volumes, vwaps] = [column(), column(), column(), column(), column(), column(), column()];
  const shape = (price: number): number => (mood === 'ticks' ? Math.max(1, Math.round(price)) : price);
  let price = mood === 'ticks' ? 12 : 100;
  let time = FIRST;
  for (let t = 0; t < bars; t++) {
    const still = mood === 'flat';
    const first = still ? price : shape(price * (1 + 0.01 * (draw() - 0.5)));
    const last = still ? price : shape(first * (1 + (mood === 'ticks' ? 0.3 : 0.06) * (draw() - 0.5)));
    ts[t] = time;
    open[t] = first;
    close[t] = last;
    high[t] = still ? price : Math.max(first, last, shape(Math.max(first, last) * (1 + 0.02 * draw())));
    low[t] = still ? price : Math.min(first, last, shape(Math.min(first, last) * (1 - 0.02 * draw())));
    volumes[t] = Math.floor(1000 * draw());
    vwaps[t] = (high[t]! + low[t]! + last) / 3;
    price = last;
    time += stepMs * (mood === 'gaps' && t > 2 && draw() < 0.1 ? 1 + Math.floor(9 * draw()) : 1);
  }
  return { ts, open, high, low, close, ...(volume && { volume: volumes }), ...(vwap && { vwap: vwaps }) };
}

/** Uniform draws on [0, 1): a linear congruential generator is random enough for test data. */
export function draws(seed: number): () => number {
  let state = (seed * 2_654_435_761 + 12_345) >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
}
