/** The strategy of the sample payload, as the catalogue shows it. */
export const CATALOG_ITEM = {
  kind: 'strategy',
  name: 'dual_sma',
  title: 'Dual moving average',
  description: 'Long while the fast simple moving average of the close lies above the slow one, short while it lies below.',
  source: null,
  version: null,
  inputs: [],
  outputs: ['direction'],
  params: {
    type: 'object',
    properties: {
      fast: {
        type: 'integer',
        minimum: 1,
        maximum: 100000,
        description: 'How many bars the fast average covers; fewer than the slow one.',
        default: 10,
        'x-unit': 'bars',
        'x-aliases': ['short_window'],
      },
      slow: {
        type: 'integer',
        minimum: 2,
        maximum: 100000,
        description: 'How many bars the slow average covers.',
        default: 50,
        'x-unit': 'bars',
        'x-aliases': ['long_window'],
      },
      long_only: { type: 'boolean', description: 'Never short: a negative direction becomes 0.', default: false },
    },
    required: [],
    additionalProperties: false,
  },
  warmup: { outputs: { direction: { bars: 49, rule: 'slow - 1' } }, description: 'From bar slow - 1 on (49 with the defaults).' },
  null_hypothesis: null,
};

export const METRIC_CONTRACT = {
  id: 'sharpe',
  title: 'Sharpe ratio',
  family: 'risk',
  formula: '(mean(r) − rf/ppy)/std(r)·√ppy',
  unit: 'per year',
  source: 'Sharpe (1994), The Sharpe Ratio',
  lower_is_better: false,
};
