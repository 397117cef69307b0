import {
  blockSums,
  blockSumsWidth,
  enterTrials,
  excessReturns,
  type NoiseShape,
  NOISE_MATRICES,
  packBlockSums,
  packSnooping,
  pboOfNoise,
  putTrial,
  snoopingTest,
  snoopingWidth,
  trialShape,
} from '@projecta/validation';
import type { Trials } from '../pool/trials.js';
import { dueEveryQuantum } from '../trials/pace.js';
import type { Search } from './search.js';

/** Trials of judging a search; `distinct` are a sweep's trials that are judged. */
export type SearchJob =
  | { readonly kind: 'search_returns'; readonly blocks: number; readonly distinct?: Int32Array }
  | { readonly kind: 'search_noise'; readonly shape: NoiseShape; readonly distinct?: Int32Array }
  | (Snooping & { readonly kind: 'search_snooping'; readonly distinct?: Int32Array });

/** A bootstrap over trials that are entered some at a time. */
export interface Snooping {
  readonly seed: number;
  readonly samples: number;
  readonly blockLength: number;
}

/** Grid points whose returns are kept at once, in points and in values (64 MB). */
const BATCH = 64;
const KEPT_RETURNS = 8_388_608;

export function searchTrials(search: Search, job: SearchJob): Trials {
  switch (job.kind) {
    case 'search_returns':
      return returnsTrials(search, job.blocks);
    case 'search_noise':
      return noiseTrials(job.shape);
    case 'search_snooping':
      return snoopingTrials(search, job);
  }
}

/** A trial is a grid point; its numbers are its Sharpe ratio a bar, its mean in excess of the benchmark, and its block sums. */
function returnsTrials({ trials, bars, returnsOf, benchmark, riskFreePerBar }: Search, blocks: number): Trials {
  const sums = blockSums({ bars, blocks, trials: 1 });
  return {
    ...{ count: trials, width: 2 + blockSumsWidth(blocks), bars: 2 * bars },
    values(trial, into, at) {
      const returns = returnsOf(trial);
      putTrial(sums, 0, returns);
      into[at] = trialShape(returns, riskFreePerBar).sharpe ?? NaN;
      into[at + 1] = excessReturns(returns, benchmark).mean;
      packBlockSums(sums, into, at + 2);
    },
  };
}

/** A trial is a matrix of noise; its number is the PBO of a search in it. */
function noiseTrials(shape: NoiseShape): Trials {
  return {
    ...{ count: NOISE_MATRICES, width: 1, bars: shape.trials * shape.bars },
    *values(matrix, into, at) {
      into[at] = yield* pboOfNoise(shape, matrix);
    },
  };
}

/** How many grid points are entered into the bootstrap at once. */
function batchOf({ bars }: Search): number {
  return Math.max(1, Math.min(BATCH, Math.floor(KEPT_RETURNS / bars)));
}

/** In how many parts the grid points are entered into the bootstrap. */
export function snoopingParts(search: Search): number {
  return Math.ceil(search.trials / batchOf(search));
}

/** A trial is some grid points in a row, entered into a bootstrap of their own; its numbers are all that the test keeps of them. */
function snoopingTrials(search: Search, { seed, samples, blockLength }: Snooping): Trials {
  const { trials, bars, returnsOf, benchmark } = search;
  const batch = batchOf(search);
  const isDue = dueEveryQuantum();
  return {
    ...{ count: snoopingParts(search), width: snoopingWidth(samples), bars: Math.ceil((samples * bars * batch) / 16) },
    *values(part, into, at) {
      const test = snoopingTest({ seed, samples, bars, blockLength });
      const columns: Float64Array[] = [];
      for (let trial = part * batch; trial < Math.min(trials, (part + 1) * batch); trial++) {
        columns.push(excessReturns(returnsOf(trial), benchmark).excess);
        if (isDue(bars)) yield;
      }
      yield* enterTrials(test, columns);
      packSnooping(test, into, at);
    },
  };
}
