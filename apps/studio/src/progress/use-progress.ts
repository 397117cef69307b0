import { useReducer } from 'preact/hooks';
import { useClient } from '../api/client-context.js';
import type { Refusal } from '../api/refusal.js';
import { afterEvent, NOT_BEGUN, type ProgressState } from './progress-state.js';
import { useEvents } from './use-events.js';

/** How far a run is, as it happens; `onEnd` is called once its stream has ended. */
export function useProgress(
  run_hash: string,
  onEnd: () => void,
): { readonly progress: ProgressState; readonly refusal: Refusal | undefined } {
  const client = useClient();
  const [progress, tell] = useReducer(afterEvent, NOT_BEGUN);
  const open = (signal: AbortSignal) => client.runs.events(run_hash, { signal });
  return { progress, refusal: useEvents({ hash: run_hash, open, onEvent: tell, onEnd }) };
}
