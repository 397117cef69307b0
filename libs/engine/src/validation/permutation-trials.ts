import { type MetricId, statisticOf } from '@projecta/metrics';
import { randomStream } from '@projecta/random';
import { barShapes, permuteBars, rotateDirections } from '@projecta/validation';
import type { Trials } from '../pool/trials.js';
import { Arena } from '../run/arena.js';
import { decidePlan } from '../run/run-decisions.js';
import type { HeadlineRun } from './headline-run.js';
import { measured } from './validated-run.js';

export interface AskedPermutation {
  readonly trials: number;
  readonly method: 'bars' | 'signals';
  readonly statistic: MetricId;
}

/** The statistic of the run on shuffled markets, or with its decisions at other times. */
export function permutationTrials(run: HeadlineRun): Trials {
  const { trials, method, statistic } = run.config.validation['permutation'] as unknown as AskedPermutation;
  const read = statisticOf(statistic);
  const arena = new Arena();
  const allocate = (length: number): Float64Array => arena.take(length);
  const shapes = method === 'bars' ? barShapes(run.candles) : undefined;
  const statisticIn = (trial: number): number | null => {
    const stream = randomStream(run.config.seed, 'permutation', trial);
    if (!shapes) {
      const outcome = run.decided.run({ directions: rotateDirections(run.decided.directions, stream), allocate, keeps: 'metrics' });
      return read(measured(run, run.candles, outcome, allocate));
    }
    const candles = permuteBars(run.candles, stream, { allocate, shapes });
    const outcome = decidePlan(run.plan, candles, { scratch: allocate, columns: allocate }).run({ keeps: 'metrics' });
    return read(measured(run, candles, outcome, allocate));
  };
  return {
    count: trials,
    width: 1,
    bars: (shapes ? 3 : 1) * run.candles.ts.length,
    values(trial, into, at) {
      into[at] = statisticIn(trial) ?? NaN;
      arena.release();
    },
  };
}
