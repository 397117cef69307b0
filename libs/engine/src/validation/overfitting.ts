import { ProjectaError } from '@projecta/errors';
import type { ParamsOf } from '@projecta/plugin';
import type { overfitting, OverfittingSummary } from '@projecta/validation';
import { checkpoint } from '../progress.js';
import { gridSearch } from './grid-search.js';
import { judgeSearch } from './judge-search.js';
import type { MethodResult, ValidatedRun } from './validated-run.js';

/** Whether the best of a walk-forward's grid, over the whole run, is more than the best of many tries. */
export async function runOverfitting(run: ValidatedRun): Promise<MethodResult<OverfittingSummary>> {
  const asked = run.config.validation['overfitting'] as unknown as ParamsOf<typeof overfitting.params>;
  requireBlocks(run.candles.ts.length - 1, asked.blocks);
  return judgeSearch(gridSearch(run), {
    ...asked,
    seed: run.config.seed,
    compute: run.compute,
    checkpoint: (done, total) => checkpoint({ stage: 'overfitting', done, total }, run),
  });
}

/** @throws ProjectaError TOO_FEW_BARS */
function requireBlocks(returns: number, blocks: number): void {
  if (returns >= blocks) return;
  const message = `The run has ${returns} bar returns, and they cannot be cut into ${blocks} blocks. Take fewer blocks or a wider span.`;
  throw new ProjectaError('TOO_FEW_BARS', message, [{ path: '/validation/overfitting/blocks', code: 'TOO_FEW_BARS', message }]);
}
