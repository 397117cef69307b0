import type { SweepEvent } from '@projecta/client';
import { useEffect, useReducer, useState } from 'preact/hooks';
import { useClient } from '../../api/client-context.js';
import { type Refusal, refusalOf } from '../../api/refusal.js';
import { NOT_BEGUN, type ProgressState } from '../../progress/progress-state.js';
import { afterSweepEvent } from './sweep-progress.js';

interface Told {
  readonly onEvent: (event: SweepEvent) => void;
  /** Called once the stream has ended. */
  readonly onEnd: () => void;
}

/** How far a sweep is, as it happens. */
export function useSweepProgress(
  sweep_hash: string,
  { onEvent, onEnd }: Told,
): { readonly progress: ProgressState; readonly refusal: Refusal | undefined } {
  const client = useClient();
  const [progress, tell] = useReducer(afterSweepEvent, NOT_BEGUN);
  const [refusal, setRefusal] = useState<Refusal>();
  useEffect(() => {
    const abort = new AbortController();
    const follow = async (): Promise<void> => {
      for await (const event of client.sweeps.events(sweep_hash, { signal: abort.signal })) {
        tell(event);
        onEvent(event);
      }
    };
    follow().then(
      () => abort.signal.aborted || onEnd(),
      (error: unknown) => abort.signal.aborted || setRefusal(refusalOf(error)),
    );
    return () => abort.abort();
  }, [sweep_hash]);
  return { progress, refusal };
}
