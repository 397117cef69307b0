import { defineIndicator, windowOf } from '@projecta/plugin';
import { rangePosition } from './kernels/range-position.js';

export const williams_r = defineIndicator({
  name: 'williams_r',
  title: 'Williams %R',
  description:
    'How far the close lies below the highest high of the last `window` bars, in percent of their range: −100 to 0. Without a range it is 0.',
  reference: 'TA-Lib WILLR; Williams (1973)',
  params: { window: windowOf(14) },
  inputs: ['high', 'low', 'close'],
  outputs: ['williams_r'],
  warmup: ({ window }) => window - 1,
  compute(columns, { window }, { williams_r }) {
    rangePosition(columns, williams_r, { from: 0, to: williams_r.length, window, measuredFrom: 'high' });
  },
});
