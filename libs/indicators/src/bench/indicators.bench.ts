import type { IndicatorDefinition, InputName } from '@projecta/plugin';
import { benchRatios, plainSum, printBench } from '@projecta/testing';
import * as builtin from '../index.js';

/** A walk whose bars are drawn by a small generator, so that every run times the same data. */
function walk(n: number): Record<InputName, Float64Array> {
  const column = () => new Float64Array(n);
  const bars = { open: column(), high: column(), low: column(), close: column(), volume: column() };
  let state = 12345;
  const next = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
  let price = 100;
  for (let t = 0; t < n; t++) {
    const open = price;
    price *= 1 + (next() - 0.5) * 0.02;
    bars.open[t] = open;
    bars.close[t] = price;
    bars.high[t] = Math.max(open, price) * (1 + next() * 0.003);
    bars.low[t] = Math.min(open, price) * (1 - next() * 0.003);
    bars.volume[t] = Math.floor(next() * 10000);
  }
  return { ...bars, source: bars.close, vwap: bars.close, ts: Float64Array.from(bars.open, (_, t) => t * 60_000) };
}

for (const n of [1_000_000, 10_000]) {
  const bars = walk(n);
  const cases = Object.values(builtin as unknown as Record<string, IndicatorDefinition>).map((indicator) => {
    const params = Object.fromEntries(Object.entries(indicator.params).map(([name, param]) => [name, param.default]));
    const outputs = Object.fromEntries(indicator.outputs.map((name) => [name, new Float64Array(n).fill(NaN)]));
    return { name: indicator.name, run: () => indicator.compute(bars, params, outputs), per: n };
  });
  const floor = { name: 'plainSum', run: () => plainSum(bars.close), per: n };
  printBench(`Indicators with their defaults, ${n} bars, ns a bar for all outputs`, benchRatios([floor, ...cases], { rounds: 7 }));
}
