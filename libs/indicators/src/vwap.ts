import { defineIndicator, windowOf } from '@projecta/plugin';
import { typicalPrice } from './kernels/typical-price.js';

export const vwap = defineIndicator({
  name: 'vwap',
  title: 'Volume-weighted average price',
  description:
    'Mean typical price weighted by volume, over the last `window` bars or all bars so far. Without any volume it is the plain mean.',
  reference: 'Berkowitz, Logue and Noser (1988), on the typical price (high + low + close)/3',
  params: { window: { ...windowOf(0, { min: 0 }), description: 'How many bars the window covers; 0 = all bars so far.' } },
  inputs: ['high', 'low', 'close', 'volume'],
  outputs: ['vwap'],
  warmup: ({ window }) => Math.max(window - 1, 0),
  compute(columns, { window }, { vwap }) {
    if (window === 0) sinceStart(columns, vwap);
    else overWindow(columns, window, vwap);
  },
});

type Columns = Readonly<Record<'high' | 'low' | 'close' | 'volume', Float64Array>>;

/** Prices are measured from the first bar's, and what each addition of the money rounds away is kept apart. */
function sinceStart(columns: Columns, out: Float64Array): void {
  const { volume } = columns;
  const level = out.length > 0 ? typicalPrice(columns, 0) : 0;
  let differences = 0;
  let money = 0;
  let moneyRest = 0;
  let traded = 0;
  let tradedRest = 0;
  for (let t = 0; t < out.length; t++) {
    const difference = typicalPrice(columns, t) - level;
    const bars = volume[t]!;
    differences += difference;

    const flow = difference * bars;
    const moneySum = money + flow;
    const moneyPart = moneySum - money;
    moneyRest += money - (moneySum - moneyPart) + (flow - moneyPart);
    money = moneySum;

    const tradedSum = traded + bars;
    const tradedPart = tradedSum - traded;
    tradedRest += traded - (tradedSum - tradedPart) + (bars - tradedPart);
    traded = tradedSum;

    out[t] = level + (traded === 0 ? differences / (t + 1) : (money + moneyRest) / (traded + tradedRest));
  }
}

/** Sums before and after a block boundary that lies in the window, as in movingDeviation: nothing drifts, and equal prices give that price. */
function overWindow(columns: Columns, window: number, out: Float64Array): void {
  const { volume } = columns;
  if (window > out.length) return;
  const differencesBefore = new Float64Array(window);
  const moneyBefore = new Float64Array(window);
  const tradedBefore = new Float64Array(window);
  for (let edge = window - 1; edge < out.length; edge += window) {
    const level = typicalPrice(columns, edge);
    let differences = 0;
    let money = 0;
    let traded = 0;
    for (let ago = 0; ago < window; ago++) {
      const difference = typicalPrice(columns, edge - ago) - level;
      differences += difference;
      money += difference * volume[edge - ago]!;
      traded += volume[edge - ago]!;
      differencesBefore[ago] = differences;
      moneyBefore[ago] = money;
      tradedBefore[ago] = traded;
    }
    differences = 0;
    money = 0;
    traded = 0;
    const bars = Math.min(window, out.length - edge);
    for (let k = 0; k < bars; k++) {
      const earlier = window - 1 - k;
      if (k > 0) {
        const difference = typicalPrice(columns, edge + k) - level;
        differences += difference;
        money += difference * volume[edge + k]!;
        traded += volume[edge + k]!;
      }
      const all = traded + tradedBefore[earlier]!;
      out[edge + k] = level + (all === 0 ? (differences + differencesBefore[earlier]!) / window : (money + moneyBefore[earlier]!) / all);
    }
  }
}
