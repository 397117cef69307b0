import type { Sweep } from '@projecta/client';
import { pathName } from '@projecta/report';
import { useMemo, useState } from 'preact/hooks';
import { useClient } from '../../api/client-context.js';
import { type Refusal, refusalOf } from '../../api/refusal.js';
import { Button } from '../../design/button.js';
import { Refused } from '../../design/refused.js';
import type { ProgressState } from '../../progress/progress-state.js';
import '../../progress/progress.css';
import { StageList } from '../../progress/stage-list.js';
import { allStages, shareDone, stageWords } from '../../progress/stages.js';
import { LiveMap } from '../live/live-map.js';
import { liveSpace } from '../live/live-space.js';
import { useToldTrials } from '../live/use-told-trials.js';
import { axisKeys } from '../search/search-draft.js';
import { sweepStages } from './sweep-progress.js';
import { useSweepProgress } from './use-sweep-progress.js';

interface Props {
  readonly sweep: Sweep;
  /** The sweep has ended: ask for it again. */
  readonly onEnd: () => void;
}

/** A sweep that goes on: a bar, its stages in words, a way to stop it, and its map as far as it is known. */
export function LiveSweep({ sweep, onEnd }: Props) {
  const client = useClient();
  const live = useMemo(() => liveSpace(sweep.sweep), [sweep.sweep_hash]);
  const { told, hear } = useToldTrials(live?.trials.rows ?? 0);
  const { progress, refusal } = useSweepProgress(sweep.sweep_hash, { onEvent: live ? hear : () => undefined, onEnd });
  const [isCancelling, setCancelling] = useState(false);
  const [refused, setRefused] = useState<Refusal>();
  const cancel = (): void => {
    setCancelling(true);
    client.sweeps.cancel(sweep.sweep_hash).catch((error: unknown) => {
      setCancelling(false);
      setRefused(refusalOf(error));
    });
  };
  const stages = allStages(sweepStages(sweep.sweep), progress.stages);
  const share = progress.status === 'completed' ? 1 : shareDone(stages, progress.stages, sweep.progress);
  const trouble = refusal ?? refused;
  return (
    <div class="stack">
      <section class="progress stack" aria-labelledby="progress-title">
        <div class="progress-head">
          <h1 id="progress-title">{titleOf(sweep)}</h1>
          <Button onClick={cancel} disabled={isCancelling || progress.status === 'completed'}>
            {isCancelling ? 'Cancelling …' : 'Cancel the sweep'}
          </Button>
        </div>
        <progress value={share} max={1} aria-label="Share of the sweep that is done" />
        <p role="status">{isCancelling ? 'Cancelling: the sweep stops where it is' : inWords(progress)} …</p>
        {trouble && <Refused title="The sweep cannot be followed" refusal={trouble} again={onEnd} />}
        <StageList stages={stages} met={progress.stages} />
        <p class="soft">
          You may leave or reload this page: the sweep goes on, and its address stays.
          {!live && ' The map is drawn once all combinations have run.'}
        </p>
      </section>
      {live && <LiveMap {...live} metric={sweep.sweep.objective} told={told} />}
    </div>
  );
}

/** What a sweep is of, in a line. */
export function titleOf({ sweep, symbol, timeframe }: Sweep): string {
  const names = axisKeys(sweep as never)
    .map(pathName)
    .join(', ');
  return `${sweep.base.strategy.name} on ${symbol} ${timeframe} over ${names}`;
}

function inWords({ status, stages }: ProgressState): string {
  if (status === 'completed') return 'Done; opening the result';
  if (status !== 'running') return status === 'queued' ? 'Waiting for a free worker' : 'The sweep has ended';
  const now = stages.findLast(({ isOver }) => !isOver);
  return now ? stageWords(now.stage) : 'Going on to the next stage';
}
