import { windowOf } from '@projecta/plugin';
import { AverageGain } from 'technicalindicators';
import { fromTechnicalIndicators } from './from-technical-indicators.js';

export const average_gain = fromTechnicalIndicators({
  name: 'average_gain',
  title: 'Average gain',
  description: "Wilder's average of the upward moves from bar to bar, a fall counting as 0: the upper half of RSI.",
  libraryName: 'AverageGain',
  params: { window: windowOf(14) },
  inputs: ['source'],
  outputs: ['average_gain'],
  warmup: ({ window }) => window,
  start({ window }) {
    const average = new AverageGain({ period: window, values: [] });
    return ({ source }) => ({ average_gain: average.nextValue(source) ?? NaN });
  },
});
