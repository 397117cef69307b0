import { useEffect, useState } from 'preact/hooks';
import { type Refusal, refusalOf } from '../api/refusal.js';

interface Stream<Event> {
  /** Whose events: another hash is another stream. */
  readonly hash: string;
  readonly open: (signal: AbortSignal) => AsyncIterable<Event>;
  readonly onEvent: (event: Event) => void;
  /** Called once the stream has ended. */
  readonly onEnd: () => void;
}

/** Follows events while the view is there; answers what refused them. */
export function useEvents<Event>({ hash, open, onEvent, onEnd }: Stream<Event>): Refusal | undefined {
  const [refusal, setRefusal] = useState<Refusal>();
  useEffect(() => {
    const abort = new AbortController();
    const follow = async (): Promise<void> => {
      for await (const event of open(abort.signal)) onEvent(event);
    };
    follow().then(
      () => abort.signal.aborted || onEnd(),
      (error: unknown) => abort.signal.aborted || setRefusal(refusalOf(error)),
    );
    return () => abort.abort();
  }, [hash]);
  return refusal;
}
