import { checkParams, type VectorStrategy } from '@projecta/plugin';
import { benchRatios, plainSum, printBench } from '@projecta/testing';
import { candlesOf, featuresOf } from '../directions-of.twin.js';
import * as builtin from '../index.js';

function walk(n: number): number[] {
  const close: number[] = [];
  let price = 100;
  let state = 1;
  for (let t = 0; t < n; t++) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    price *= 1 + (state / 2 ** 32 - 0.5) * 0.02;
    close.push(price);
  }
  return close;
}

/** The directions alone: indicator columns are bound beforehand, as they have benches of their own. */
for (const n of [10_000, 1_000_000]) {
  const candles = candlesOf(walk(n), 0.1);
  const out = new Float64Array(n);
  const cases = Object.values<VectorStrategy>(builtin).map((strategy) => {
    const { params } = checkParams(strategy.params, {}, '');
    const columns: Record<string, unknown> = { close: candles.close };
    for (const { name, outputs } of featuresOf(strategy, candles, params)) {
      const list = Object.values(outputs);
      columns[name] = list.length === 1 ? list[0] : outputs;
    }
    return { name: strategy.name, run: () => strategy.target(columns as Parameters<VectorStrategy['target']>[0], params, out), per: n };
  });
  const floor = { name: 'plain sum', run: () => plainSum(candles.close), per: n };
  printBench(`directions, ${n} bars`, benchRatios([floor, ...cases], { rounds: 7 }));
}
