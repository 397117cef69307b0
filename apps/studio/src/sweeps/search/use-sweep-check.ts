import type { SweepCheck, SweepConfig } from '@projecta/client';
import { useEffect, useState } from 'preact/hooks';
import { useClient } from '../../api/client-context.js';
import { type Refusal, refusalOf } from '../../api/refusal.js';
import type { SearchDraft } from './search-draft.js';

/** What the service says of a sweep. While it is asked again, the last answer stays. */
export interface SearchCheck {
  readonly isAsking: boolean;
  /** What the sweep would be; undefined where it is refused. */
  readonly found?: SweepCheck;
  readonly refusal?: Refusal;
}

/** How long the typing has to rest before the service is asked. */
const QUIET_MS = 300;

/** Checks a sweep whenever it changes; the answer to an older question is dropped. */
export function useSweepCheck(draft: SearchDraft): SearchCheck {
  const client = useClient();
  const [check, setCheck] = useState<SearchCheck>({ isAsking: true });
  useEffect(() => {
    const abort = new AbortController();
    setCheck((last) => ({ ...last, isAsking: true }));
    const ask = async (): Promise<void> => {
      const sweep = draft as unknown as SweepConfig; // the service is who judges
      const answer: SearchCheck = await client.sweeps.validate(sweep).then(
        (found) => ({ isAsking: false, found }),
        (error: unknown) => ({ isAsking: false, refusal: refusalOf(error) }),
      );
      if (!abort.signal.aborted) setCheck(answer);
    };
    const timer = setTimeout(() => void ask(), QUIET_MS);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [client, draft]);
  return check;
}
