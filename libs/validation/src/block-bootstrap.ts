import { choice, list, real } from '@projecta/plugin';
import { defineValidationMethod } from './method.js';
import { METRIC_IDS } from '@projecta/metrics';
import { trialCount } from './trial-count.js';

export const block_bootstrap = defineValidationMethod({
  name: 'block_bootstrap',
  title: 'Block bootstrap',
  description: 'Resamples the returns in blocks and shows how far each metric could have come out otherwise.',
  reference: 'Politis & Romano (1994); Politis & White (2004, corrected 2009); Efron (1987) for BCa',
  params: {
    samples: trialCount('samples', 2000),
    method: choice(['stationary', 'circular', 'iid'], { default: 'stationary', description: 'How the blocks are drawn.' }),
    block_length: real({
      min: 1,
      word: 'auto',
      default: 'auto',
      unit: 'bars',
      description: 'Mean length of a block; auto follows Politis & White.',
    }),
    confidence: real({ exclusiveMin: 0, exclusiveMax: 1, default: 0.95, description: 'Coverage of the intervals.' }),
    interval: choice(['percentile', 'bca'], { default: 'percentile', description: 'How the interval is read off the distribution.' }),
    metrics: list({
      choices: METRIC_IDS,
      default: ['sharpe', 'cagr', 'max_drawdown', 'volatility'],
      description: 'Which metrics get an interval.',
    }),
  },
});
