import { choice } from '@projecta/plugin';
import { defineValidationMethod } from './method.js';
import { statistic } from './statistic.js';
import { trialCount } from './trial-count.js';

export const permutation = defineValidationMethod({
  name: 'permutation',
  title: 'Permutation test',
  description:
    'Runs the strategy on shuffled markets (bars) or with its decisions rotated in time (signals), and counts how often chance does as well.',
  reference:
    'Masters (2018), Permutation and Randomization Tests for Trading System Development; p = (1 + b)/(m + 1): Phipson & Smyth (2010)',
  null_hypothesis: 'The bars are exchangeable: their order in time carries nothing that this strategy uses.',
  params: {
    trials: trialCount('trials', 1000),
    method: choice(['bars', 'signals'], {
      default: 'bars',
      description: 'What is shuffled: the bars of the market, or when the decisions fall.',
    }),
    statistic: statistic('The metric that is compared.'),
  },
});
