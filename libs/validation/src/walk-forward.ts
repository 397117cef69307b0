import { choice, grid, int } from '@projecta/plugin';
import { defineValidationMethod } from './method.js';
import { statistic } from './statistic.js';

export const walk_forward = defineValidationMethod({
  name: 'walk_forward',
  title: 'Walk forward',
  description: 'Chooses parameters on the past and tests them on what came after, fold by fold.',
  reference: 'Pardo (2008), The Evaluation and Optimization of Trading Strategies',
  params: {
    folds: int({ min: 1, max: 1000, default: 5, aliases: ['n_folds'], description: 'How many test segments.' }),
    scheme: choice(['anchored', 'rolling'], {
      default: 'anchored',
      description: 'Whether a train window starts at the first bar or is one segment long.',
    }),
    embargo: int({ min: 0, default: 0, unit: 'bars', description: 'Bars left out at the end of a train window.' }),
    objective: statistic('The metric by which parameters are chosen.'),
    grid: grid({ description: 'Values to try by strategy parameter; without it the parameters stay fixed.' }),
  },
});
