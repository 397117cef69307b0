import { useEffect, useState } from 'preact/hooks';
import { type Refusal, refusalOf } from './refusal.js';

/** What the service says of a draft. While it is asked again, the last answer stays. */
export interface Checked<Found> {
  readonly isAsking: boolean;
  /** What it would be; undefined where it is refused. */
  readonly found?: Found;
  readonly refusal?: Refusal;
}

/** How long the typing has to rest before the service is asked. */
const QUIET_MS = 250;

/** Checks a draft whenever it changes; an older question is aborted. */
export function useChecked<Draft, Found>(draft: Draft, validate: (draft: Draft, signal: AbortSignal) => Promise<Found>): Checked<Found> {
  const [checked, setChecked] = useState<Checked<Found>>({ isAsking: true });
  useEffect(() => {
    const abort = new AbortController();
    setChecked((last) => ({ ...last, isAsking: true }));
    const ask = async (): Promise<void> => {
      const answer = await validate(draft, abort.signal).then(
        (found): Checked<Found> => ({ isAsking: false, found }),
        (error: unknown): Checked<Found> => ({ isAsking: false, refusal: refusalOf(error) }),
      );
      if (!abort.signal.aborted) setChecked(answer);
    };
    const timer = setTimeout(() => void ask(), QUIET_MS);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [draft]);
  return checked;
}
