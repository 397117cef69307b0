import { HeikinAshi } from 'technicalindicators';
import { fromTechnicalIndicators } from './from-technical-indicators.js';

export const heikin_ashi = fromTechnicalIndicators({
  name: 'heikin_ashi',
  title: 'Heikin-Ashi candles',
  description:
    'Averaged candles: close = mean of the four prices, open = middle of the previous averaged body, high and low stretched to cover both.',
  libraryName: 'HeikinAshi',
  params: {},
  inputs: ['open', 'high', 'low', 'close'],
  outputs: ['open', 'high', 'low', 'close'],
  warmup: () => 0,
  start() {
    const candles = new HeikinAshi({ open: [], high: [], low: [], close: [] });
    return (bar) => {
      const { open = NaN, high = NaN, low = NaN, close = NaN } = candles.nextValue(bar) ?? {};
      return { open, high, low, close };
    };
  },
});
