import { windowOf } from '@projecta/plugin';
import { TRIX } from 'technicalindicators';
import { fromTechnicalIndicators } from './from-technical-indicators.js';
import { untilItMoves } from './until-it-moves.js';

export const trix = fromTechnicalIndicators({
  name: 'trix',
  title: 'TRIX',
  description:
    'Change in per cent from bar to bar of a value smoothed three times by EMA(`window`). For series above zero: it starts over behind a value that is not.',
  libraryName: 'TRIX',
  params: { window: windowOf(15) },
  inputs: ['source'],
  outputs: ['trix'],
  warmup: ({ window }) => 3 * (window - 1) + 1,
  // The library takes an average of exactly 0 for a missing one.
  accepts: ({ source }) => source > 0,
  start({ window }) {
    const smoothed = new TRIX({ period: window, values: [] });
    const unmoved = untilItMoves();
    return ({ source }) => {
      // It also leaves out a change of exactly 0 (a flat market), which after the warm-up is the only thing it leaves out.
      const change = smoothed.nextValue(source) ?? 0;
      return { trix: unmoved(source) ? 0 : change };
    };
  },
});
