import { useEffect, useReducer, useState } from 'preact/hooks';
import { useClient } from '../api/client-context.js';
import { type Refusal, refusalOf } from '../api/refusal.js';
import { afterEvent, NOT_BEGUN, type ProgressState } from './progress-state.js';

/** How far a run is, as it happens; `onEnd` is called once its stream has ended. */
export function useProgress(
  run_hash: string,
  onEnd: () => void,
): { readonly progress: ProgressState; readonly refusal: Refusal | undefined } {
  const client = useClient();
  const [progress, tell] = useReducer(afterEvent, NOT_BEGUN);
  const [refusal, setRefusal] = useState<Refusal>();
  useEffect(() => {
    const abort = new AbortController();
    const follow = async (): Promise<void> => {
      for await (const event of client.runs.events(run_hash, { signal: abort.signal })) tell(event);
    };
    follow().then(
      () => abort.signal.aborted || onEnd(),
      (error: unknown) => abort.signal.aborted || setRefusal(refusalOf(error)),
    );
    return () => abort.abort();
  }, [run_hash]);
  return { progress, refusal };
}
