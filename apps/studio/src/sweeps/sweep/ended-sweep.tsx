import type { Sweep, SweepConfig } from '@projecta/client';
import { useState } from 'preact/hooks';
import { useClient } from '../../api/client-context.js';
import { type Refusal, refusalOf } from '../../api/refusal.js';
import { Button } from '../../design/button.js';
import { Refused } from '../../design/refused.js';
import { changeLink } from '../search/search-link.js';
import { titleOf } from './live-sweep.js';

interface Props {
  readonly sweep: Sweep;
  /** The sweep was begun again. */
  readonly again: () => void;
}

/** A sweep that failed or was cancelled: why, and what can be done. */
export function EndedSweep({ sweep, again }: Props) {
  const client = useClient();
  const [refused, setRefused] = useState<Refusal>();
  const retry = (): void => {
    client.sweeps.submit(sweep.sweep as SweepConfig).then(again, (error: unknown) => setRefused(refusalOf(error)));
  };
  return (
    <section class="stack">
      <h1>{titleOf(sweep)}</h1>
      {sweep.error ? (
        <Refused title="The sweep failed" refusal={{ ...sweep.error, errors: sweep.error.errors ?? [] }} />
      ) : (
        <div class="notice">
          <h2>{sweep.status === 'cancelled' ? 'The sweep was cancelled' : 'The sweep left no result'}</h2>
          <p>It is computed from its beginning when you run it again. Fewer combinations, or random draws, take less time.</p>
        </div>
      )}
      <p class="row">
        <a class="button primary" href={changeLink(sweep.sweep)}>
          Change the sweep
        </a>
        <Button onClick={retry}>Run it again</Button>
      </p>
      {refused && <Refused title="The sweep was not begun" refusal={refused} again={retry} />}
    </section>
  );
}
