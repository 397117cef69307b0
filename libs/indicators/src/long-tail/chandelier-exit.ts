import { real, windowOf } from '@projecta/plugin';
import { ChandelierExit, type ChandelierExitInput } from 'technicalindicators';
import { fromTechnicalIndicators } from './from-technical-indicators.js';

export const chandelier_exit = fromTechnicalIndicators({
  name: 'chandelier_exit',
  title: 'Chandelier exit',
  description:
    'Trailing stops: the highest high less `k` average true ranges for a long, the lowest low plus as much for a short, all over `window` bars.',
  libraryName: 'ChandelierExit',
  params: {
    window: windowOf(22),
    k: real({ min: 0, default: 3, unit: 'average true ranges', description: 'How far the stops hang from the extreme.' }),
  },
  inputs: ['high', 'low', 'close'],
  outputs: ['exit_long', 'exit_short'],
  warmup: ({ window }) => window,
  start({ window, k }) {
    const exits = new ChandelierExit({ period: window, multiplier: k, high: [], low: [], close: [] });
    return (bar) => {
      // The package's types ask for whole columns here; its code reads one bar's numbers.
      const stops = exits.nextValue(bar as unknown as ChandelierExitInput);
      return stops && { exit_long: stops.exitLong, exit_short: stops.exitShort };
    };
  },
});
