import { defineIndicator, windowOf } from '@projecta/plugin';

export const roc = defineIndicator({
  name: 'roc',
  title: 'Rate of change',
  description: 'The change over the last `window` bars, in percent of the value then; 0 where that value was 0.',
  reference: 'TA-Lib ROC',
  params: { window: windowOf(10) },
  inputs: ['source'],
  outputs: ['roc'],
  warmup: ({ window }) => window,
  compute({ source }, { window }, { roc }) {
    for (let t = window; t < source.length; t++) {
      const before = source[t - window]!;
      roc[t] = before === 0 ? 0 : 100 * ((source[t]! - before) / before);
    }
  },
});
