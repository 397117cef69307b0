import { defineRiskModel, int, real } from '@projecta/plugin';
import { baseFraction } from './base-fraction.js';
import { rollingDeviation } from './rolling-deviation.js';

/** Weights inversely to the realised volatility, so that the position's volatility is near the target. */
export const volatility_target = defineRiskModel({
  name: 'volatility_target',
  title: 'Volatility target',
  description:
    'Weights a position by target over realised volatility of the last `lookback` returns of the close: small in rough markets, large in calm ones.',
  reference: 'Moreira and Muir (2017), with volatility in place of variance',
  params: {
    target_vol: real({ exclusiveMin: 0, default: 0.1, unit: 'per year', description: 'The volatility the position should have.' }),
    lookback: int({
      min: 2,
      max: 100_000,
      default: 20,
      unit: 'bars',
      description: 'How many returns the realised volatility is taken of.',
    }),
    base_fraction: baseFraction(),
  },
  inputs: ['close'],
  bind({ close }, { target_vol, lookback, base_fraction }, { periodsPerYear }) {
    const annual = Math.sqrt(periodsPerYear);
    const deviation = rollingDeviation(close, lookback);
    return (t, direction) => {
      if (t < lookback) return NaN;
      const volatility = deviation(t) * annual;
      // Only an exact 0 is no volatility: a threshold would break the scaling of prices.
      if (volatility === 0) return NaN;
      return (direction * base_fraction * target_vol) / volatility;
    };
  },
});
