import type { ListedRun, RunEvent } from '@projecta/client';
import { useEffect, useState } from 'preact/hooks';
import { useClient } from '../api/client-context.js';

/** How far a run is right now. */
export interface LiveState {
  readonly stage: string | undefined;
  readonly done: number;
  readonly total: number;
}

/** Runs that one stream can follow. */
const MOST = 200;

/** How far the runs of a list are that have not ended, as it happens; `onEnd` is called when one of them ends. */
export function useLiveRuns(items: readonly ListedRun[], onEnd: () => void): ReadonlyMap<string, LiveState> {
  const client = useClient();
  const [live, setLive] = useState<ReadonlyMap<string, LiveState>>(new Map());
  const open = items
    .filter(({ status }) => status === 'queued' || status === 'running')
    .map(({ run_hash }) => run_hash)
    .slice(0, MOST);
  const key = open.join();
  useEffect(() => {
    if (open.length === 0) return;
    const abort = new AbortController();
    const follow = async (): Promise<void> => {
      for await (const event of client.events(open, { signal: abort.signal })) {
        const state = liveState(event);
        if (state) setLive((last) => new Map(last).set(event.run_hash, state));
        if (isEnd(event)) onEnd();
      }
    };
    follow().catch(() => undefined); // the list itself says what is wrong with the service
    return () => abort.abort();
  }, [key]);
  return live;
}

function liveState(event: RunEvent): LiveState | undefined {
  if (event.type === 'run.queued') return { stage: undefined, done: 0, total: 1 };
  if (event.type !== 'stage.started' && event.type !== 'stage.progress') return undefined;
  return { stage: event.stage, done: event.done, total: event.total };
}

function isEnd({ type }: RunEvent): boolean {
  return type === 'run.completed' || type === 'run.failed' || type === 'run.cancelled';
}
