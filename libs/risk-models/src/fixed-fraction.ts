import { defineRiskModel, real } from '@projecta/plugin';

/** The same share of equity in every position. */
export const fixed_fraction = defineRiskModel({
  name: 'fixed_fraction',
  title: 'Fixed fraction',
  description: 'Puts the same fraction of equity into every position.',
  params: {
    fraction: real({
      exclusiveMin: 0,
      max: 1,
      default: 1,
      unit: 'fraction of equity',
      description: 'The weight of a full long; its negative of a full short.',
    }),
  },
  bind:
    (_columns, { fraction }) =>
    (_t, direction) =>
      direction * fraction,
});
