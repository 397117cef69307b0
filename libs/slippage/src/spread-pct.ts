import { defineSlippageModel, real } from '@projecta/plugin';
import { movedPrice } from './moved-price.js';

/** Half of a constant relative spread on every fill. */
export const spread_pct = defineSlippageModel({
  name: 'spread_pct',
  title: 'Relative spread',
  description: 'A buy pays half the spread above the base price, a sell gets half the spread below it.',
  params: {
    spread_pct: real({ min: 0, unit: 'fraction of the price', description: 'The whole spread between bid and ask: 0.001 is 0.1 %.' }),
  },
  bind(_market, params) {
    const half = params.spread_pct / 2;
    return (price, side) => movedPrice(price, side, half);
  },
});
