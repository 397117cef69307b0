import { defineIndicator, windowOf } from '@projecta/plugin';

export const momentum = defineIndicator({
  name: 'momentum',
  title: 'Momentum',
  description: 'The change over the last `window` bars, in units of the series.',
  reference: 'TA-Lib MOM',
  params: { window: windowOf(10) },
  inputs: ['source'],
  outputs: ['momentum'],
  warmup: ({ window }) => window,
  compute({ source }, { window }, { momentum }) {
    for (let t = window; t < source.length; t++) momentum[t] = source[t]! - source[t - window]!;
  },
});
