import type { ParamsOf } from '@projecta/plugin';
import type { overfitting, OverfittingSummary } from '@projecta/validation';
import type { ComputeTrials } from '../pool/trial-computer.js';
import type { SweepJob } from '../pool/trial-job.js';
import { checkpoint, type Cancellation, type OnProgress } from '../progress.js';
import { judgeSearch } from '../validation/judge-search.js';
import type { MethodResult } from '../validation/validated-run.js';
import { sweepSearch } from './sweep-search.js';
import type { SweepSetting } from './sweep-setting.js';

export interface Judged {
  readonly setting: SweepSetting;
  /** Numbers of the trials to judge: every distinct run once, since a repeat is no new trial. */
  readonly distinct: Int32Array;
  readonly compute: ComputeTrials<SweepJob>;
}

/** Whether the best of a sweep is more than the best of many tries. Rows by trial carry the sweep's own numbers of trials. */
export async function judgeSweep(
  { setting, distinct, compute }: Judged,
  run: { readonly onProgress?: OnProgress; readonly signal?: Cancellation },
): Promise<MethodResult<OverfittingSummary>> {
  const { sweep } = setting;
  const asked = sweep.overfitting as unknown as ParamsOf<typeof overfitting.params>;
  const tell = (done: number, total: number): Promise<void> => checkpoint({ stage: 'overfitting', done, total }, run);
  const judging = { ...asked, seed: sweep.base.seed, compute, distinct, checkpoint: tell };
  const { summary, detail } = await judgeSearch(sweepSearch(setting, distinct), judging);
  const byTrial = (metric: string): boolean => metric === 'sharpe_per_bar' || metric === 'mean_excess';
  return { summary, detail: detail.map((row) => (byTrial(row.metric) ? { ...row, trial: distinct[row.trial]! } : row)) };
}
