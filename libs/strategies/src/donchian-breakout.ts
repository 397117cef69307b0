import { highest, lowest } from '@projecta/indicators';
import { defineStrategy, int } from '@projecta/plugin';

/** Breakout from the channel of the previous bars, with a channel of its own for the way out. */
export const donchian_breakout = defineStrategy({
  name: 'donchian_breakout',
  title: 'Donchian breakout',
  description:
    'Long when the close is above the highest high of the previous `entry` bars, short when it is below their lowest low, ' +
    'flat once it breaks the opposite extreme of the previous `exit` bars.',
  reference: 'Donchian (1960); the turtle rules, Faith (2007)',
  params: {
    entry: int({ min: 1, max: 100_000, default: 20, unit: 'bars', description: 'How many previous bars a breakout must exceed.' }),
    exit: int({ min: 1, max: 100_000, default: 10, unit: 'bars', description: 'How many previous bars the opposite extreme is taken of.' }),
  },
  inputs: ['close'],
  features: ({ entry, exit }) => ({
    entryHigh: highest.of({ window: entry }, 'high'),
    entryLow: lowest.of({ window: entry }, 'low'),
    exitHigh: highest.of({ window: exit }, 'high'),
    exitLow: lowest.of({ window: exit }, 'low'),
  }),
  warmup: ({ entry, exit }) => Math.max(entry, exit),
  target({ close, entryHigh, entryLow, exitHigh, exitLow }, { entry, exit }, out) {
    let side = 0;
    for (let t = Math.max(entry, exit); t < out.length; t++) {
      const price = close[t]!;
      // The channels at t − 1 are those of the bars before t.
      if (price > entryHigh[t - 1]!) side = 1;
      else if (price < entryLow[t - 1]!) side = -1;
      else if (side > 0 ? price < exitLow[t - 1]! : price > exitHigh[t - 1]!) side = 0;
      out[t] = side;
    }
  },
});
