import type { RunResult } from '@projecta/engine';

interface Options {
  readonly bars: number;
  readonly stepMs: number;
  readonly start: number;
  readonly volatility?: number;
  readonly drift?: number;
  readonly seed?: number;
}

/** A random walk of candles for specs: the same options, the same bars. Daily bars skip weekends. */
export function fakeCandles({ bars, stepMs, start, volatility = 0.012, drift = 0.0003, seed = 7 }: Options): RunResult['candles'] {
  const uniform = generator(seed);
  const [ts, open, high, low, close, volume] = Array.from({ length: 6 }, () => new Float64Array(bars)) as Columns;
  let price = 100;
  let time = start;
  for (let t = 0; t < bars; t++) {
    while (stepMs === DAY_MS && isWeekend(time)) time += DAY_MS;
    ts[t] = time;
    time += stepMs;
    open[t] = price * (1 + (uniform() - 0.5) * volatility * 0.4);
    close[t] = open[t]! * (1 + drift + (uniform() + uniform() + uniform() - 1.5) * volatility * 2);
    high[t] = Math.max(open[t]!, close[t]!) * (1 + uniform() * volatility * 0.5);
    low[t] = Math.min(open[t]!, close[t]!) * (1 - uniform() * volatility * 0.5);
    volume[t] = Math.floor(1e5 + 9e5 * uniform());
    price = close[t]!;
  }
  return { ts, open, high, low, close, volume };
}

type Columns = [Float64Array, Float64Array, Float64Array, Float64Array, Float64Array, Float64Array];

const DAY_MS = 86_400_000;

function isWeekend(ms: number): boolean {
  const weekday = (Math.floor(ms / DAY_MS) + 4) % 7;
  return weekday === 0 || weekday === 6;
}

/** Park and Miller's generator: good enough for a picture. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}
