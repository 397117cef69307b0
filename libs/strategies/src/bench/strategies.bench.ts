import { checkParams, type VectorStrategy } from '@projecta/plugin';
import { benchRatios, columnPool, plainSum, printBench } from '@projecta/testing';
import { candlesOf, featuresOf } from '../directions-of.twin.js';
import * as builtin from '../index.js';
import { walk } from './walk.twin.js';

/** What must be given; momentum as a rule set, beside `momentum` itself. */
const GIVEN: Readonly<Record<string, object>> = {
  rules: { long: 'close > close[20]', short: 'close < close[20]', exit: 'close == close[20]' },
};

/** The directions alone: indicator columns are bound beforehand, as they have benches of their own. */
for (const n of [10_000, 1_000_000]) {
  const candles = candlesOf(walk(n), 0.1);
  const out = new Float64Array(n);
  const scratch = columnPool();
  const cases = Object.values<VectorStrategy>(builtin).map((strategy) => {
    const { params } = checkParams(strategy.params, GIVEN[strategy.name] ?? {}, '');
    const columns: Record<string, unknown> = { close: candles.close };
    type Columns = Parameters<VectorStrategy['target']>[0];
    for (const { name, outputs } of featuresOf(strategy, candles, params)) {
      const list = Object.values(outputs);
      columns[name] = list.length === 1 ? list[0] : outputs;
    }
    const run = () => {
      strategy.target(columns as Columns, params, out, scratch.take);
      scratch.release();
    };
    return { name: strategy.name, run, per: n };
  });
  const floor = { name: 'plain sum', run: () => plainSum(candles.close), per: n };
  printBench(`directions, ${n} bars`, benchRatios([floor, ...cases], { rounds: 7 }));
}
