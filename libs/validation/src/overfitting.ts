import { choice, int } from '@projecta/plugin';
import { defineValidationMethod } from './method.js';

export const overfitting = defineValidationMethod({
  name: 'overfitting',
  title: 'Overfitting',
  description: 'How likely it is that the best of the combinations tried is the best by luck.',
  reference: 'Bailey, Borwein, López de Prado & Zhu (2015); Bailey & López de Prado (2014); White (2000); Hansen (2005)',
  params: {
    blocks: int({ min: 2, max: 24, default: 16, description: 'Blocks of the cross-validation; an even number.' }),
    samples: int({ min: 1, max: 1_000_000, default: 1000, description: 'Bootstrap samples of the reality check and SPA.' }),
    benchmark: choice(['buy_and_hold', 'cash'], { default: 'buy_and_hold', description: 'What a combination has to beat.' }),
  },
  check: ({ blocks }) =>
    blocks % 2 === 0 ? undefined : { param: 'blocks', message: `must be an even number, not ${blocks}: half of them train, half test.` },
});
