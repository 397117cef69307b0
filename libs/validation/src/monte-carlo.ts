import { choice, real } from '@projecta/plugin';
import { defineValidationMethod } from './method.js';
import { trialCount } from './trial-count.js';

export const monte_carlo = defineValidationMethod({
  name: 'monte_carlo',
  title: 'Monte Carlo paths',
  description:
    'Draws other orders of the same trades or returns, or runs again with worse luck in execution, and shows the spread and the risk of ruin.',
  reference: 'Efron (1979) for resampling with replacement',
  params: {
    paths: trialCount('paths', 1000),
    method: choice(['trades', 'returns', 'execution'], { default: 'trades', description: 'What is drawn.' }),
    ruin_drawdown: real({ exclusiveMin: 0, max: 1, default: 0.5, unit: 'fraction', description: 'A drawdown this deep counts as ruin.' }),
    jitter_bps: real({ min: 0, default: 5, unit: 'bps', description: 'execution: how far a fill may move either way.' }),
    delay_probability: real({ min: 0, max: 1, default: 0.1, description: 'execution: chance that an order is a bar late.' }),
  },
});
