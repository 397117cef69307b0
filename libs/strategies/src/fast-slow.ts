import { int } from '@projecta/plugin';

/** The two windows of a crossover, under the names that users of other libraries write too. */
export function fastSlow<const F extends number, const S extends number>(fast: F, slow: S) {
  return {
    fast: int({
      min: 1,
      max: 100_000,
      default: fast,
      unit: 'bars',
      description: 'How many bars the fast average covers; fewer than the slow one.',
      aliases: ['short_window'],
    }),
    slow: int({
      min: 2,
      max: 100_000,
      default: slow,
      unit: 'bars',
      description: 'How many bars the slow average covers.',
      aliases: ['long_window'],
    }),
  };
}
