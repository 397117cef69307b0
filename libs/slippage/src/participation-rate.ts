import { defineSlippageModel, real } from '@projecta/plugin';
import { movedPrice } from './moved-price.js';

/** Slippage in proportion to the share of the bar's volume that the fill takes. */
export const participation_rate = defineSlippageModel({
  name: 'participation_rate',
  title: 'Participation rate',
  description:
    "Moves the price in proportion to the fill's share of the bar's volume, at most by the whole price; not at all without volume.",
  params: {
    participation_pct: real({
      min: 0,
      unit: 'fraction of the price',
      description: "The move of a fill as large as the bar's volume: 0.1 is 10 %.",
    }),
  },
  bind({ volume }, { participation_pct }) {
    if (volume === undefined) return (price) => price;
    return (price, side, quantity, t) => {
      const traded = volume[t]!;
      return traded > 0 ? movedPrice(price, side, Math.min(1, (participation_pct * quantity) / traded)) : price;
    };
  },
});
