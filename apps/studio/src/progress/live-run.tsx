import type { Run } from '@projecta/client';
import { useState } from 'preact/hooks';
import { useClient } from '../api/client-context.js';
import { type Refusal, refusalOf } from '../api/refusal.js';
import { Button } from '../design/button.js';
import { Refused } from '../design/refused.js';
import type { ProgressState } from './progress-state.js';
import { StageList } from './stage-list.js';
import { allStages, plannedStages, shareDone, stageWords } from './stages.js';
import { useProgress } from './use-progress.js';

/** A run that goes on: a bar, its stages in words, and a way to stop it. */
export function LiveRun({ run, onEnd }: { readonly run: Run; readonly onEnd: () => void }) {
  const client = useClient();
  const { progress, refusal } = useProgress(run.run_hash, onEnd);
  const [isCancelling, setCancelling] = useState(false);
  const [refused, setRefused] = useState<Refusal>();
  const cancel = (): void => {
    setCancelling(true);
    client.runs.cancel(run.run_hash).catch((error: unknown) => {
      setCancelling(false);
      setRefused(refusalOf(error));
    });
  };
  const stages = allStages(plannedStages(run.config.validation), progress.stages);
  const share = progress.status === 'completed' ? 1 : shareDone(stages, progress.stages, run.progress);
  const trouble = refusal ?? refused;
  return (
    <section class="progress stack" aria-labelledby="progress-title">
      <div class="progress-head">
        <h1 id="progress-title">
          {run.config.strategy.name} on {run.symbol} {run.timeframe}
        </h1>
        <Button onClick={cancel} disabled={isCancelling || progress.status === 'completed'}>
          {isCancelling ? 'Cancelling …' : 'Cancel the run'}
        </Button>
      </div>
      <progress value={share} max={1} aria-label="Share of the run that is done" />
      <p role="status">{isCancelling ? 'Cancelling: the run stops where it is' : inWords(progress)} …</p>
      {trouble && <Refused title="The run cannot be followed" refusal={trouble} again={onEnd} />}
      <StageList stages={stages} met={progress.stages} />
      <p class="soft">You may leave or reload this page: the run goes on, and its address stays.</p>
    </section>
  );
}

function inWords({ status, stages }: ProgressState): string {
  if (status === 'completed') return 'Done; opening the result';
  if (status !== 'running') return status === 'queued' ? 'Waiting for a free worker' : 'The run has ended';
  const now = stages.findLast(({ isOver }) => !isOver);
  return now ? stageWords(now.stage) : 'Going on to the next stage';
}
