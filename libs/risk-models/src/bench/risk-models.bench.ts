import { benchRatios, plainSum, printBench } from '@projecta/testing';
import { volatility_target } from '../volatility-target.js';

/** The rival: the window's returns taken afresh, in two passes. */
function afresh(close: Float64Array, t: number, count: number): number {
  let sum = 0;
  for (let i = t - count + 1; i <= t; i++) sum += close[i]! / close[i - 1]! - 1;
  const mean = sum / count;
  let squares = 0;
  for (let i = t - count + 1; i <= t; i++) {
    const deviation = close[i]! / close[i - 1]! - 1 - mean;
    squares += deviation * deviation;
  }
  return Math.sqrt(squares / (count - 1));
}

function walk(n: number): Float64Array {
  const close = new Float64Array(n);
  let price = 100;
  let state = 1;
  for (let t = 0; t < n; t++) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    price *= 1 + (state / 2 ** 32 - 0.5) * 0.02;
    close[t] = price;
  }
  return close;
}

for (const n of [10_000, 1_000_000]) {
  const close = walk(n);
  const columns = { close } as unknown as Parameters<typeof volatility_target.bind>[0];
  for (const lookback of [20, 250]) {
    const cases = [{ name: 'plain sum', run: () => plainSum(close), per: n }];
    for (const [label, step] of [
      ['every bar', 1],
      ['every 25th', 25],
    ] as const) {
      const ours = () => {
        const weight = volatility_target.bind(columns, { target_vol: 0.1, lookback, base_fraction: 1 }, { periodsPerYear: 252 });
        let sum = 0;
        for (let t = lookback; t < n; t += step) sum += weight(t, 1);
        return sum;
      };
      const rival = () => {
        let sum = 0;
        for (let t = lookback; t < n; t += step) sum += 0.1 / (afresh(close, t, lookback) * 16);
        return sum;
      };
      cases.push({ name: `volatility_target, ${label}`, run: ours, per: n }, { name: `afresh, ${label}`, run: rival, per: n });
    }
    printBench(`lookback ${lookback}, ${n} bars, ns a bar of the run`, benchRatios(cases, { rounds: 5 }));
  }
}
