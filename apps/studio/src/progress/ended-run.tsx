import type { Run, RunConfig } from '@projecta/client';
import { useState } from 'preact/hooks';
import { useClient } from '../api/client-context.js';
import { type Refusal, refusalOf } from '../api/refusal.js';
import { Button } from '../design/button.js';
import { Refused } from '../design/refused.js';
import { runLink } from '../run/config/config-link.js';

interface EndedRunProps {
  readonly run: Run;
  /** The run was begun again. */
  readonly again: () => void;
}

/** A run that failed or was cancelled: why, and what can be done. */
export function EndedRun({ run, again }: EndedRunProps) {
  const client = useClient();
  const [refused, setRefused] = useState<Refusal>();
  const retry = (): void => {
    client.runs.submit(run.config as RunConfig).then(again, (error: unknown) => setRefused(refusalOf(error)));
  };
  return (
    <section class="progress stack">
      <h1>
        {run.config.strategy.name} on {run.symbol} {run.timeframe}
      </h1>
      {run.error ? (
        <Refused title="The run failed" refusal={{ ...run.error, errors: run.error.errors ?? [] }} />
      ) : (
        <div class="notice">
          <h2>{run.status === 'cancelled' ? 'The run was cancelled' : 'The run failed'}</h2>
          <p>It left no result. It is computed from its beginning when you run it again.</p>
        </div>
      )}
      <p class="row">
        <a class="button primary" href={runLink(run.config)}>
          Change the config
        </a>
        <Button onClick={retry}>Run it again</Button>
      </p>
      {refused && <Refused title="The run was not begun" refusal={refused} again={retry} />}
    </section>
  );
}
