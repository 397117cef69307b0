import { windowOf } from '@projecta/plugin';
import { AverageLoss } from 'technicalindicators';
import { fromTechnicalIndicators } from './from-technical-indicators.js';

export const average_loss = fromTechnicalIndicators({
  name: 'average_loss',
  title: 'Average loss',
  description: "Wilder's average of the downward moves from bar to bar, a rise counting as 0: the lower half of RSI, as a positive number.",
  libraryName: 'AverageLoss',
  params: { window: windowOf(14) },
  inputs: ['source'],
  outputs: ['average_loss'],
  warmup: ({ window }) => window,
  start({ window }) {
    const average = new AverageLoss({ period: window, values: [] });
    return ({ source }) => ({ average_loss: average.nextValue(source) ?? NaN });
  },
});
