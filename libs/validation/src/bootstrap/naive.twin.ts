import { randomStream } from '@projecta/random';

/** The block bootstrap once more, written from semantics §9 and fine-print E4–E6 alone: plain lists, one sentence after another. */

/** Position by position, the index it takes. `blockLength` of `circular` is whole; of `iid` it is not looked at. */
export function naiveIndices(
  method: 'stationary' | 'circular' | 'iid',
  { seed, trial, n, blockLength }: { readonly seed: number; readonly trial: number; readonly n: number; readonly blockLength: number },
): number[] {
  const stream = randomStream(seed, 'block_bootstrap', trial);
  const indices: number[] = [];
  while (indices.length < n) {
    const position = indices.length;
    if (method === 'iid') indices.push(stream.below(n));
    else if (method === 'circular') {
      const start = stream.below(n);
      for (let k = 0; k < blockLength && indices.length < n; k++) indices.push((start + k) % n);
    } else {
      const isStart = position === 0 || stream.next() < Math.floor(2 ** 32 / blockLength);
      indices.push(isStart ? stream.below(n) : (indices[position - 1]! + 1) % n);
    }
  }
  return indices;
}

/** E5, lag after lag. */
export function naiveBlockLength(series: readonly number[], method: 'stationary' | 'circular'): number {
  const n = series.length;
  const mean = series.reduce((sum, x) => sum + x, 0) / n;
  const covariance = (k: number): number => series.reduce((sum, x, t) => (t < k ? sum : sum + (x - mean) * (series[t - k]! - mean)), 0) / n;
  const correlation = (k: number): number => covariance(k) / covariance(0);
  const inARow = Math.max(5, Math.ceil(Math.sqrt(Math.log10(n))));
  const bound = Math.ceil(Math.sqrt(n)) + inARow;
  const isSmall = (k: number): boolean => Math.abs(correlation(k)) < 2 * Math.sqrt(Math.log10(n) / n);
  const range = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, i) => from + i);
  const found = range(0, Math.ceil(Math.sqrt(n))).find((m) => range(m + 1, m + inARow).every(isSmall));
  const last = found ?? Math.max(...range(1, bound).filter((k) => !isSmall(k)));
  const lags = Math.min(2 * Math.max(last, 1), bound);
  const flatTop = (t: number): number => (Math.abs(t) <= 0.5 ? 1 : 2 * (1 - Math.abs(t)));
  const all = range(-lags, lags).map((k) => ({ weight: flatTop(k / lags), size: Math.abs(k), value: covariance(Math.abs(k)) }));
  const g = all.reduce((sum, { weight, size, value }) => sum + weight * size * value, 0);
  const atZero = all.reduce((sum, { weight, value }) => sum + weight * value, 0);
  const d = (method === 'stationary' ? 2 : 4 / 3) * atZero ** 2;
  const b = Math.cbrt((2 * g ** 2) / d) * Math.cbrt(n);
  const clamped = Math.min(Math.max(1, b), Math.ceil(Math.min(3 * Math.sqrt(n), n / 3)));
  return method === 'circular' ? Math.floor(clamped + 0.5) : clamped;
}

/** The run that drawn returns are measured by. */
export interface NaiveRun {
  readonly years: number;
  readonly periodsPerYear: number;
  readonly riskFree: number;
}

/** E4: sharpe and volatility of the drawn returns; growth over the run's time, and drawdown from 1, of the path that stays where it reaches 0 or less. */
export function naiveMetrics(drawn: readonly number[], { years, periodsPerYear, riskFree }: NaiveRun): Record<string, number | null> {
  const n = drawn.length;
  const mean = drawn.reduce((sum, r) => sum + r, 0) / n;
  const squares = drawn.reduce((sum, r) => sum + (r - mean) ** 2, 0);
  const tie = Math.max(...drawn) - Math.min(...drawn) <= 1e-9 * Math.max(...drawn.map(Math.abs));
  const std = tie ? 0 : Math.sqrt(squares / (n - 1));
  const path = [1];
  for (const r of drawn) path.push(path.at(-1)! <= 0 ? path.at(-1)! : path.at(-1)! * (1 + r));
  const end = path.at(-1)!;
  return {
    sharpe: n < 2 || std === 0 ? null : ((mean - riskFree / periodsPerYear) / std) * Math.sqrt(periodsPerYear),
    volatility: n < 2 ? null : std * Math.sqrt(periodsPerYear),
    cagr: end <= 0 ? null : end ** (1 / years) - 1,
    max_drawdown: Math.min(...path.map((value, t) => value / Math.max(...path.slice(0, t + 1)) - 1)),
  };
}
