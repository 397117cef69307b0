import type { RunEventType, RunStatus } from '@projecta/persistence';

/** What a run is after the event that ended an attempt; undefined for events after which it goes on. */
export function statusAfter(type: RunEventType): RunStatus | undefined {
  return ENDS[type];
}

const ENDS: Readonly<Partial<Record<RunEventType, RunStatus>>> = {
  'run.completed': 'completed',
  'run.failed': 'failed',
  'run.cancelled': 'cancelled',
};

/** Whether nothing more happens to a run of this status until somebody submits it again. */
export function isEnded(status: RunStatus): boolean {
  return status !== 'queued' && status !== 'running';
}
