import type { SlippageModelDefinition } from '@projecta/plugin';
import { benchRatios, plainSum, printBench } from '@projecta/testing';
import * as builtin from '../index.js';
import { marketOf, slipOf } from '../slip-of.twin.js';

const PARAMS: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  spread_pct: { spread_pct: 0.001 },
  participation_rate: { participation_pct: 0.1 },
  sqrt_impact: { coefficient: 1, lookback: 20 },
};
const n = 100_000;
const close: number[] = [];
const volume: number[] = [];
let price = 100;
let state = 1;
for (let t = 0; t < n; t++) {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
  price *= 1 + (state / 2 ** 32 - 0.5) * 0.02;
  close.push(price);
  volume.push(1000 + (state % 5000));
}
const market = marketOf(close, volume);

/** A fill a bar, asked `times` over: clipping to the cash asks for many quantities of one order. */
function fills(model: SlippageModelDefinition, times: number): () => number {
  return () => {
    const slip = slipOf(model, market, PARAMS[model.name]);
    let sum = 0;
    for (let t = 1; t < n; t++) for (let i = 1; i <= times; i++) sum += slip(market.open[t]!, 1, i, t, t - 1);
    return sum;
  };
}

for (const times of [1, 20]) {
  const cases = Object.values<SlippageModelDefinition>(builtin).map((model) => ({
    name: model.name,
    run: fills(model, times),
    per: n * times,
  }));
  const floor = { name: 'plain sum', run: () => plainSum(market.close), per: n };
  printBench(`a fill a bar, its price asked ${times} times, ns an answer`, benchRatios([floor, ...cases], { rounds: 7 }));
}
