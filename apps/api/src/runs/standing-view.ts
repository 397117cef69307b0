import { formatInstant } from '@projecta/candles';
import type { JsonObject, Run } from '@projecta/persistence';

type Standing = Pick<Run, 'status' | 'attempt' | 'stage' | 'progress' | 'pinned' | 'created_at' | 'started_at' | 'finished_at'>;

/** How far a run or a sweep is, and when it got there. */
export function standingView({ status, attempt, stage, progress, pinned, created_at, started_at, finished_at }: Standing): JsonObject {
  return {
    ...{ status, attempt, stage, progress, pinned },
    ...{ created_at: formatInstant(created_at), started_at: instant(started_at), finished_at: instant(finished_at) },
  };
}

function instant(at: number | null): string | null {
  return at === null ? null : formatInstant(at);
}
