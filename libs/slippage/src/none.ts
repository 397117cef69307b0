import { defineSlippageModel } from '@projecta/plugin';

/** Fills at the base price. */
export const none = defineSlippageModel({
  name: 'none',
  title: 'No slippage',
  description: 'Every order fills at its base price.',
  params: {},
  bind: () => (price) => price,
});
