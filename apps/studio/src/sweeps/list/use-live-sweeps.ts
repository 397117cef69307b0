import { useEffect, useReducer } from 'preact/hooks';
import type { SweepEvent } from '@projecta/client';
import { useClient } from '../../api/client-context.js';
import { NOT_BEGUN, type ProgressState } from '../../progress/progress-state.js';
import { afterSweepEvent } from '../sweep/sweep-progress.js';

type States = ReadonlyMap<string, ProgressState>;

/** How far some sweeps are, as it happens, by hash; `onEnd` is called whenever one has ended. */
export function useLiveSweeps(hashes: readonly string[], onEnd: () => void): States {
  const client = useClient();
  const [states, tell] = useReducer(afterEvent, new Map());
  const key = hashes.join(' ');
  useEffect(() => {
    if (key === '') return undefined;
    const abort = new AbortController();
    const follow = async (): Promise<void> => {
      for await (const event of client.events({ sweeps: key.split(' ') }, { signal: abort.signal })) {
        if (!('sweep_hash' in event)) continue;
        tell(event);
        if (isEnd(event)) onEnd();
      }
    };
    follow().catch(() => undefined); // the list says what the service last said; it is asked again on the next visit
    return () => abort.abort();
  }, [key]);
  return states;
}

function afterEvent(states: States, event: SweepEvent): States {
  return new Map(states).set(event.sweep_hash, afterSweepEvent(states.get(event.sweep_hash) ?? NOT_BEGUN, event));
}

function isEnd({ type }: SweepEvent): boolean {
  return type === 'run.completed' || type === 'run.failed' || type === 'run.cancelled';
}
