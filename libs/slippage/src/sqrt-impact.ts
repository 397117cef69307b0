import { defineSlippageModel, int, real } from '@projecta/plugin';
import { movedPrice } from './moved-price.js';
import { returnDeviation } from './return-deviation.js';

/** The square-root law of market impact, on what was known at the decision. */
export const sqrt_impact = defineSlippageModel({
  name: 'sqrt_impact',
  title: 'Square-root impact',
  description:
    'Moves the price by coefficient × volatility × square root of quantity over mean volume, both of the `lookback` bars up to the decision.',
  reference: 'Almgren, Thum, Hauptmann and Li (2005); Tóth et al. (2011) for the exponent one half',
  params: {
    coefficient: real({ min: 0, unit: 'multiple', description: 'The factor before volatility; near 1 in most studies.' }),
    lookback: int({ min: 1, max: 100_000, unit: 'bars', description: 'How many returns and volumes up to the decision are taken.' }),
  },
  bind({ close, volume }, { coefficient, lookback }) {
    if (volume === undefined) return (price) => price;
    // One order asks many times (clipping searches for a quantity), so its decision's figures are kept.
    let bar = -1;
    let deviation = 0;
    let meanVolume = 0;
    return (price, side, quantity, _t, decisionBar) => {
      if (decisionBar !== bar) {
        bar = decisionBar;
        deviation = returnDeviation(close, bar, lookback);
        meanVolume = meanUpTo(volume, bar, lookback);
      }
      if (deviation === 0 || !(meanVolume > 0)) return price;
      return movedPrice(price, side, coefficient * deviation * Math.sqrt(quantity / meanVolume));
    };
  },
});

/** Mean of the last `lookback` values that end at bar t, or of those there are; NaN before the first bar. */
function meanUpTo(values: Float64Array, t: number, lookback: number): number {
  const start = Math.max(0, t - lookback + 1);
  let sum = 0;
  for (let i = start; i <= t; i++) sum += values[i]!;
  return sum / (t - start + 1);
}
