import { sma } from '@projecta/indicators';
import { defineStrategy } from '@projecta/plugin';
import { fastBelowSlow } from './fast-below-slow.js';
import { fastSlow } from './fast-slow.js';
import { fillCrossings } from './fill-crossings.js';

/** Crossover of two simple moving averages of the close. */
export const dual_sma = defineStrategy({
  name: 'dual_sma',
  title: 'Dual moving average',
  description: 'Long while the fast simple moving average of the close lies above the slow one, short while it lies below.',
  params: fastSlow(10, 50),
  check: fastBelowSlow,
  features: ({ fast, slow }) => ({ fast: sma.of({ window: fast }), slow: sma.of({ window: slow }) }),
  target({ fast, slow }, _params, out) {
    fillCrossings(fast, slow, out);
  },
});
