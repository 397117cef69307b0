import { windowOf } from '@projecta/plugin';
import { WEMA } from 'technicalindicators';
import { fromTechnicalIndicators } from './from-technical-indicators.js';
import { untilItMoves } from './until-it-moves.js';

export const wema = fromTechnicalIndicators({
  name: 'wema',
  title: "Wilder's moving average",
  description: "Wilder's smoothing: an exponential average that moves 1/`window` of the way to each new value, seeded with a simple mean.",
  libraryName: 'WEMA',
  params: { window: windowOf(14) },
  inputs: ['source'],
  outputs: ['wema'],
  warmup: ({ window }) => window - 1,
  start({ window }) {
    const average = new WEMA({ period: window, values: [] });
    const unmoved = untilItMoves();
    return ({ source }) => {
      const value = average.nextValue(source) ?? NaN;
      return { wema: unmoved(source) ? source : value };
    };
  },
});
