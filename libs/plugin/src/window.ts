import { int } from './param.js';

/** The `window` parameter of a moving-window plug-in, under the names that users of other libraries write too. */
export function windowOf<const D extends number>(defaultBars: D, { min = 1 }: { readonly min?: number } = {}) {
  return int({
    min,
    max: 100_000,
    default: defaultBars,
    unit: 'bars',
    description: 'How many bars the window covers.',
    aliases: ['length', 'n', 'period', 'timeperiod'],
  });
}
