import type { RunCheck, RunConfig } from '@projecta/client';
import { useEffect, useState } from 'preact/hooks';
import { useClient } from '../../api/client-context.js';
import { type Refusal, refusalOf } from '../../api/refusal.js';
import type { Draft } from '../config/json.js';

/** What the service says of a config. While it is asked again, the last answer stays. */
export interface Check {
  readonly isAsking: boolean;
  /** What the run would be; undefined where the config is refused. */
  readonly found?: RunCheck;
  readonly refusal?: Refusal;
}

/** How long the typing has to rest before the service is asked. */
const QUIET_MS = 250;

/** Checks a config whenever it changes; an older question is aborted. */
export function useCheck(draft: Draft): Check {
  const client = useClient();
  const [check, setCheck] = useState<Check>({ isAsking: true });
  useEffect(() => {
    const abort = new AbortController();
    setCheck((last) => ({ ...last, isAsking: true }));
    const ask = async (): Promise<void> => {
      const config = draft as unknown as RunConfig; // the service is who judges
      const answer: Check = await client.runs.validate(config, { signal: abort.signal }).then(
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
