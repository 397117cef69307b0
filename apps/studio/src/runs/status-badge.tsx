import type { ListedRun } from '@projecta/client';
import { stageWords } from '../progress/stages.js';
import type { LiveState } from './use-live-runs.js';

interface Props {
  readonly run: Pick<ListedRun, 'status' | 'error' | 'progress' | 'stage'>;
  readonly live?: LiveState | undefined;
}

/** The state of a run; while it goes on, how far it is. */
export function StatusBadge({ run: { status, error, progress, stage }, live }: Props) {
  if (status === 'completed') return <span class="badge good">completed</span>;
  if (status === 'failed')
    return (
      <span class="badge bad" title={error?.detail ?? ''}>
        failed{error?.code ? `: ${error.code}` : ''}
      </span>
    );
  if (status !== 'running') return <span class="badge">{status}</span>;
  const now = live?.stage ?? stage;
  const share = live ? live.done / Math.max(1, live.total) : progress;
  return <span class="badge live">{now ? `${stageWords(now).toLowerCase()} ${Math.floor(share * 100)} %` : 'running'}</span>;
}
