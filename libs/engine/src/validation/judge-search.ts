import {
  bestOf,
  bestTrial,
  blockSums,
  cscv,
  excessReturns,
  mergeSnooping,
  NOISE_MATRICES,
  overfittingSummary,
  type OverfittingSummary,
  politisWhite,
  snoopingTest,
  type SnoopingTest,
  trialShape,
  unpackBlockSums,
} from '@projecta/validation';
import type { ComputeTrials } from '../pool/trial-computer.js';
import { driven } from '../trials/driven.js';
import { overfittingDetail } from './overfitting-detail.js';
import type { Search } from './search.js';
import { type SearchJob, snoopingParts } from './search-trials.js';
import type { MethodResult } from './validated-run.js';

export interface Judging {
  readonly blocks: number;
  readonly samples: number;
  readonly benchmark: 'buy_and_hold' | 'cash';
  readonly seed: number;
  /** Has trials computed, by whomever. */
  readonly compute: ComputeTrials<SearchJob>;
  /** A sweep's trials that are judged; a grid's are when left out. */
  readonly distinct?: Int32Array;
  /** Told of steps done; may let the event loop turn, and throws to stop. */
  readonly checkpoint: (done: number, total: number) => Promise<void>;
}

/** Steps of the progress: trials, cross-validation, noise, bootstrap. */
const PHASE = 250;

/** Judges a search by cross-validation, deflation and bootstrap. Of a trial only block sums, a Sharpe ratio and a mean are kept. */
export async function judgeSearch(search: Search, judging: Judging): Promise<MethodResult<OverfittingSummary>> {
  const { trials, bars, riskFreePerBar } = search;
  const { blocks, benchmark, seed, compute, distinct } = judging;
  const tell =
    (phase: number, total = 1) =>
    (done: number): Promise<void> =>
      judging.checkpoint(Math.floor(PHASE * (phase + done / total)), 4 * PHASE);
  const of = distinct && { distinct };

  const sums = blockSums({ bars, blocks, trials });
  const sharpes = new Float64Array(trials);
  const means = new Float64Array(trials);
  const put = (trial: number, from: Float64Array, at: number): void => {
    sharpes[trial] = from[at]!;
    means[trial] = from[at + 1]!;
    unpackBlockSums(sums, trial, from, at + 2);
  };
  await compute({ kind: 'search_returns', blocks, ...of }, { put, tell: tell(0, trials) });
  const best = bestOf(sharpes);
  const shape = trialShape(search.returnsOf(best), riskFreePerBar);

  const { pbo, ranks } = await driven(cscv(sums, { riskFreePerBar }), tell(1));
  const noise = Array<number>(NOISE_MATRICES);
  const shapeOfNoise = { seed, trials, bars, blocks };
  await compute(
    { kind: 'search_noise', shape: shapeOfNoise, ...of },
    { put: (matrix, from, at) => void (noise[matrix] = from[at]!), tell: tell(2, NOISE_MATRICES) },
  );
  const snooping = await snoopingOf(search, { ...judging, means, tell: tell(3, snoopingParts(search)) });
  const found = { seed, trials, benchmark, blocks, pbo, splits: ranks.length, noise, best: search.point(best), snooping };
  return {
    summary: overfittingSummary({ ...found, bestTrial: bestTrial(sharpes, shape) }),
    detail: overfittingDetail({ sharpes, means, ranks, noise, snooping }),
  };
}

interface Snooping extends Judging {
  readonly means: Float64Array;
  readonly tell: (done: number) => Promise<void>;
}

/** Reality check and SPA. The block length is that of the trial with the best mean. */
async function snoopingOf(search: Search, { seed, samples, means, compute, distinct, tell }: Snooping): Promise<SnoopingTest> {
  const { bars } = search;
  const bestByMean = excessReturns(search.returnsOf(bestOf(means)), search.benchmark).excess;
  const blockLength = politisWhite(bestByMean, 'stationary');
  const test = snoopingTest({ seed, samples, bars, blockLength });
  const job = { kind: 'search_snooping', seed, samples, blockLength, ...(distinct && { distinct }) } as const;
  await compute(job, { put: (_, from, at) => mergeSnooping(test, from, at), tell });
  return test;
}
