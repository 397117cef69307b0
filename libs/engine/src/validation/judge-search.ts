import {
  bestOf,
  bestTrial,
  blockSums,
  cscv,
  enterTrials,
  excessReturns,
  NOISE_MATRICES,
  overfittingSummary,
  type OverfittingSummary,
  pboOfNoise,
  politisWhite,
  putTrial,
  snoopingTest,
  type SnoopingTest,
  trialShape,
} from '@projecta/validation';
import { driven } from '../trials/driven.js';
import { overfittingDetail } from './overfitting-detail.js';
import type { Search } from './search.js';
import type { MethodResult } from './validated-run.js';

export interface Judging {
  readonly blocks: number;
  readonly samples: number;
  readonly benchmark: 'buy_and_hold' | 'cash';
  readonly seed: number;
  /** Told of steps done; may let the event loop turn, and throws to stop. */
  readonly checkpoint: (done: number, total: number) => Promise<void>;
}

/** Returns kept for the bootstrap, in values: 64 MB. Where there are more, trials are run again, some at a time. */
const KEPT_RETURNS = 8_388_608;

/** Steps of the progress: trials, cross-validation, noise, bootstrap. */
const PHASE = 250;

/** Judges a search by cross-validation, deflation and bootstrap. Of a trial only block sums, a Sharpe ratio and a mean are kept. */
export async function judgeSearch(search: Search, judging: Judging): Promise<MethodResult<OverfittingSummary>> {
  const { trials, bars, riskFreePerBar } = search;
  const { blocks, benchmark, seed } = judging;
  const tell = (phase: number) => (share: number) => judging.checkpoint(Math.floor(PHASE * (phase + share)), 4 * PHASE);

  const sums = blockSums({ bars, blocks, trials });
  const sharpes = new Float64Array(trials);
  const means = new Float64Array(trials);
  for (let trial = 0; trial < trials; trial++) {
    await tell(0)(trial / trials);
    const returns = search.returnsOf(trial);
    putTrial(sums, trial, returns);
    sharpes[trial] = trialShape(returns, riskFreePerBar).sharpe ?? NaN;
    means[trial] = excessReturns(returns, search.benchmark).mean;
  }
  const best = bestOf(sharpes);
  const shape = trialShape(search.returnsOf(best), riskFreePerBar);

  const { pbo, ranks } = await driven(cscv(sums, { riskFreePerBar }), tell(1));
  const noise: number[] = [];
  for (let matrix = 0; matrix < NOISE_MATRICES; matrix++) {
    const at = (share: number): Promise<void> => tell(2)((matrix + share) / NOISE_MATRICES);
    await at(0);
    noise.push(await driven(pboOfNoise({ seed, trials, bars, blocks }, matrix), at));
  }
  const snooping = await snoopingOf(search, { ...judging, means, tell: tell(3) });
  const found = { seed, trials, benchmark, blocks, pbo, splits: ranks.length, noise, best: search.point(best), snooping };
  return {
    summary: overfittingSummary({ ...found, bestTrial: bestTrial(sharpes, shape) }),
    detail: overfittingDetail({ sharpes, means, ranks, noise, snooping }),
  };
}

interface Snooping extends Judging {
  readonly means: Float64Array;
  readonly tell: (share: number) => Promise<void>;
}

/** Reality check and SPA. The block length is that of the trial with the best mean; trials are entered as many at once as may be kept. */
async function snoopingOf(search: Search, { seed, samples, means, tell }: Snooping): Promise<SnoopingTest> {
  const { trials, bars } = search;
  const excess = (trial: number): Float64Array => excessReturns(search.returnsOf(trial), search.benchmark).excess;
  const blockLength = politisWhite(excess(bestOf(means)), 'stationary');
  const test = snoopingTest({ seed, samples, bars, blockLength });
  const atOnce = Math.max(1, Math.floor(KEPT_RETURNS / bars));
  for (let from = 0; from < trials; from += atOnce) {
    const columns: Float64Array[] = [];
    for (let trial = from; trial < Math.min(trials, from + atOnce); trial++) {
      columns.push(excess(trial));
      await tell(from / trials);
    }
    await driven(enterTrials(test, columns), (share) => tell((from + share * columns.length) / trials));
  }
  return test;
}
