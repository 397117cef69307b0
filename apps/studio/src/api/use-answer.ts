import { useCallback, useEffect, useState } from 'preact/hooks';
import { type Refusal, refusalOf } from './refusal.js';

/** Where a question to the service stands. While it is asked again, the last answer stays. */
export type Answer<T> = (
  | { readonly state: 'asking'; readonly value: T | undefined }
  | { readonly state: 'answered'; readonly value: T }
  | { readonly state: 'refused'; readonly value: T | undefined; readonly refusal: Refusal }
) & { readonly again: () => void };

type Held<T> = { readonly key: string; readonly value?: T; readonly refusal?: Refusal };

/** Asks when `key` changes or `again` is called; an answer to an old question is dropped. */
export function useAnswer<T>(key: string, ask: (signal: AbortSignal) => Promise<T>): Answer<T> {
  const [round, setRound] = useState(0);
  const [held, setHeld] = useState<Held<T>>({ key });
  const [isAsking, setAsking] = useState(true);
  const again = useCallback(() => setRound((last) => last + 1), []);
  useEffect(() => {
    const abort = new AbortController();
    setAsking(true);
    ask(abort.signal)
      .then(
        (value) => abort.signal.aborted || setHeld({ key, value }),
        (error: unknown) => abort.signal.aborted || setHeld((last) => ({ ...(last.key === key && last), key, refusal: refusalOf(error) })),
      )
      .finally(() => abort.signal.aborted || setAsking(false));
    return () => abort.abort();
  }, [key, round]);
  const value = held.key === key ? held.value : undefined;
  if (isAsking || held.key !== key) return { state: 'asking', value, again };
  if (held.refusal) return { state: 'refused', value, refusal: held.refusal, again };
  return { state: 'answered', value: value as T, again };
}
