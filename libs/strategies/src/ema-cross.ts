import { ema } from '@projecta/indicators';
import { defineStrategy } from '@projecta/plugin';
import { fastBelowSlow } from './fast-below-slow.js';
import { fastSlow } from './fast-slow.js';
import { fillCrossings } from './fill-crossings.js';

/** Crossover of two exponential moving averages of the close. */
export const ema_cross = defineStrategy({
  name: 'ema_cross',
  title: 'Exponential crossover',
  description: 'Long while the fast exponential moving average of the close lies above the slow one, short while it lies below.',
  params: fastSlow(10, 50),
  check: fastBelowSlow,
  features: ({ fast, slow }) => ({ fast: ema.of({ window: fast }), slow: ema.of({ window: slow }) }),
  target({ fast, slow }, _params, out) {
    fillCrossings(fast, slow, out);
  },
});
