import type { SweepEvent } from '@projecta/client';
import { useReducer } from 'preact/hooks';
import { useClient } from '../../api/client-context.js';
import type { Refusal } from '../../api/refusal.js';
import { NOT_BEGUN, type ProgressState } from '../../progress/progress-state.js';
import { useEvents } from '../../progress/use-events.js';
import { afterSweepEvent } from './sweep-progress.js';

interface Told {
  readonly onEvent: (event: SweepEvent) => void;
  /** Called once the stream has ended. */
  readonly onEnd: () => void;
}

/** How far a sweep is, as it happens. */
export function useSweepProgress(
  sweep_hash: string,
  told: Told,
): { readonly progress: ProgressState; readonly refusal: Refusal | undefined } {
  const client = useClient();
  const [progress, tell] = useReducer(afterSweepEvent, NOT_BEGUN);
  const open = (signal: AbortSignal) => client.sweeps.events(sweep_hash, { signal });
  const onEvent = (event: SweepEvent): void => {
    tell(event);
    told.onEvent(event);
  };
  return { progress, refusal: useEvents({ hash: sweep_hash, open, onEvent, onEnd: told.onEnd }) };
}
