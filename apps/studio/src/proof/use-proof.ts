import { useEffect, useReducer, useRef } from 'preact/hooks';
import type { ProofRequest } from './proof-message.js';
import { afterProofMessage, NOT_PROVED, type ProofState } from './proof-state.js';

export interface Proof {
  readonly state: ProofState;
  begin(): void;
  cancel(): void;
}

/** Computes a run again in a thread of the browser; leaving the page or cancelling ends the thread. */
export function useProof(request: ProofRequest): Proof {
  const [state, tell] = useReducer(afterProofMessage, NOT_PROVED);
  const worker = useRef<Worker>(undefined);
  const end = (): void => {
    worker.current?.terminate();
    worker.current = undefined;
  };
  useEffect(() => end, []);
  return {
    state,
    begin() {
      end();
      tell({ kind: 'begin' });
      const thread = new Worker(new URL('./proof.worker.ts', import.meta.url), { type: 'module' });
      worker.current = thread;
      thread.onmessage = ({ data }) => tell(data);
      thread.onerror = ({ message }) => {
        const detail = `The thread that computes the run broke: ${message || 'its code cannot be loaded'}. Reload the page.`;
        tell({ kind: 'end', outcome: { kind: 'refused', refusal: { code: 'BROKEN', detail, errors: [], retryable: true } } });
      };
      thread.postMessage(request);
    },
    cancel() {
      end();
      tell({ kind: 'cancel' });
    },
  };
}
