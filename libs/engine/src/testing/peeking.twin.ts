import { defineIndicator, defineRiskModel, defineStrategy } from '@projecta/plugin';

const about = { version: '1', title: 'Peeks', description: 'Uses what a decision at t cannot know.', params: {} };

/** A vector strategy on the close; `opinion` is asked for every bar with the whole column at hand. */
export function closeStrategy(name: string, opinion: (close: Float64Array, t: number) => number) {
  return defineStrategy({
    ...about,
    name,
    inputs: ['close'],
    target({ close }, _params, out) {
      for (let t = 0; t < out.length; t++) out[t] = opinion(close, t);
    },
  });
}

const mean = (values: Float64Array): number => values.reduce((sum, one) => sum + one, 0) / values.length;

/** Ways in which backtests peek, each a strategy that must fail. */
export const PEEKING = [
  closeStrategy('next_close', (close, t) => Math.sign(close[t + 1]! - close[t]!)),
  closeStrategy('centred_window', (close, t) => Math.sign(close[t]! - mean(close.subarray(Math.max(0, t - 2), t + 3)))),
  closeStrategy('whole_mean', (close, t) => Math.sign(close[t]! - mean(close))),
  closeStrategy('whole_range', (close, t) => (close[t]! - Math.min(...close)) / (Math.max(...close) - Math.min(...close)) || 0),
  closeStrategy('length', (close, t) => (t >= close.length - 20 ? 0 : 1)),
  closeStrategy('last_close', (close, t) => (close[t]! < close[close.length - 1]! ? 1 : -1)),
  closeStrategy('rank', (close, t) => close.filter((one) => one < close[t]!).length / close.length),
];

/** An indicator whose value is the close of the bar after. */
export const tomorrow = defineIndicator({
  ...about,
  name: 'tomorrow',
  inputs: ['close'],
  outputs: ['tomorrow'],
  warmup: () => 0,
  compute({ close }, _params, { tomorrow: out }) {
    for (let t = 0; t < out.length; t++) out[t] = close[t + 1] ?? NaN;
  },
});

/** An honest looking strategy on that indicator. */
export const byIndicator = defineStrategy({
  ...about,
  name: 'by_indicator',
  inputs: ['close'],
  features: () => ({ next: tomorrow.of() }),
  target({ close, next }, _params, out) {
    for (let t = 0; t < out.length; t++) out[t] = Math.sign(next[t]! - close[t]!);
  },
});

/** A risk model that bets more before a rise. */
export const knowingRisk = defineRiskModel({
  ...about,
  name: 'knowing_risk',
  inputs: ['close'],
  bind:
    ({ close }) =>
    (t, direction) =>
      direction * (close[t + 1] ?? close[t]!) > direction * close[t]! ? direction : direction / 2,
});

/** The same model without the knowledge. */
export const honestRisk = defineRiskModel({
  ...about,
  name: 'honest_risk',
  inputs: ['close'],
  bind:
    ({ close }) =>
    (t, direction) =>
      direction * close[t]! > direction * (close[t - 1] ?? close[t]!) ? direction : direction / 2,
});
