import { macd as macdIndicator } from '@projecta/indicators';
import { defineStrategy, int } from '@projecta/plugin';
import { fastBelowSlow } from './fast-below-slow.js';
import { fastSlow } from './fast-slow.js';
import { fillCrossings } from './fill-crossings.js';

/** Crossover of the MACD line and its signal line. */
export const macd = defineStrategy({
  name: 'macd',
  title: 'MACD crossover',
  description: 'Long while the MACD line of the close lies above its signal line, short while it lies below.',
  reference: 'Appel (1979); the indicator as TA-Lib computes it',
  params: {
    ...fastSlow(12, 26),
    signal: int({ min: 1, max: 100_000, default: 9, unit: 'bars', description: 'How many values of the line the signal averages.' }),
  },
  check: fastBelowSlow,
  features: ({ fast, slow, signal }) => ({ lines: macdIndicator.of({ fast, slow, signal }) }),
  target({ lines }, _params, out) {
    fillCrossings(lines.macd, lines.signal, out);
  },
});
