import { defineIndicator, windowOf } from '@projecta/plugin';
import { latestExtremes } from './kernels/latest-extremes.js';

export const aroon = defineIndicator({
  name: 'aroon',
  title: 'Aroon',
  description:
    'How recent the highest high (up) and the lowest low (down) of the last `window` + 1 bars are, 100 for now and 0 for `window` bars ago; oscillator = up − down.',
  reference: 'TA-Lib AROON, AROONOSC; Chande (1995)',
  params: { window: windowOf(14) },
  inputs: ['high', 'low'],
  outputs: ['up', 'down', 'oscillator'],
  warmup: ({ window }) => window,
  compute({ high, low }, { window }, { up, down, oscillator }) {
    const to = high.length;
    latestExtremes(high, up, { from: 0, to, window: window + 1, extreme: 'highest' });
    latestExtremes(low, down, { from: 0, to, window: window + 1, extreme: 'lowest' });
    for (let t = window; t < to; t++) {
      oscillator[t] = (100 * (up[t]! - down[t]!)) / window;
      up[t] = (100 * (window - (t - up[t]!))) / window;
      down[t] = (100 * (window - (t - down[t]!))) / window;
    }
  },
});
