import { useState } from 'preact/hooks';
import { useClient } from '../api/client-context.js';
import { useAnswer } from '../api/use-answer.js';
import { Button } from '../design/button.js';
import { Refused } from '../design/refused.js';
import { Waiting } from '../design/waiting.js';
import { linkTo } from '../routing/route.js';
import type { CompletedRun } from '../result/completed-run.js';

/** What the service itself says when it recomputes every hash, its place in the chain, and the run. */
export function ServerCheck({ run }: { readonly run: CompletedRun }) {
  const [round, setRound] = useState(0);
  return (
    <section class="stack" aria-labelledby="server-title">
      <h2 id="server-title">The service’s own check</h2>
      <p class="lead">The service hashes what is on its disk, follows the chain, and computes the run again.</p>
      {round === 0 ? (
        <p>
          <Button onClick={() => setRound(1)}>Ask the service</Button>
        </p>
      ) : (
        <Asked key={round} run_hash={run.run_hash} again={() => setRound(round + 1)} />
      )}
    </section>
  );
}

function Asked({ run_hash, again }: { readonly run_hash: string; readonly again: () => void }) {
  const client = useClient();
  const answer = useAnswer(run_hash, (signal) => client.runs.verify(run_hash, { replay: true, signal }));
  if (answer.state === 'refused') return <Refused title="The service cannot check it" refusal={answer.refusal} again={again} />;
  if (!answer.value) return <Waiting what="The service computes the run again" height={160} />;
  const { ok, artifacts, chain, differences, replay } = answer.value;
  return (
    <>
      <p class={`notice ${ok ? 'good' : 'bad'}`} role={ok ? 'status' : 'alert'}>
        {ok ? `All ${artifacts.length} files and the place in the chain hold.` : 'Something is not as the hashes say.'}
      </p>
      <dl class="checks">
        <div>
          <dt>Files</dt>
          <dd>
            <span class={`badge ${differences.length === 0 ? 'good' : 'bad'}`}>
              {differences.length === 0 ? `${artifacts.length} of ${artifacts.length} as listed` : `${differences.length} found`}
            </span>
            {differences.map(({ check, message }) => (
              <span class="why" key={check + message}>
                {message}
              </span>
            ))}
          </dd>
        </div>
        <div>
          <dt>Chain</dt>
          <dd>
            <span class={`badge ${chain.ok ? 'good' : 'bad'}`}>
              block {chain.sequence} {chain.ok ? 'holds' : 'is broken'}
            </span>{' '}
            <a href={linkTo('chain')}>See the chain</a>
            {chain.message !== null && <span class="why">{chain.message}</span>}
          </dd>
        </div>
        {replay && (
          <div>
            <dt>Replay</dt>
            <dd>
              <span class={`badge ${REPLAY_TONE[replay.status] ?? ''}`}>{replay.status.replaceAll('_', ' ')}</span>
              <span class="why">{replay.message}</span>
              {replay.differences.map(({ artifact, message }) => (
                <span class="why" key={artifact + message}>
                  {artifact}: {message}
                </span>
              ))}
            </dd>
          </div>
        )}
      </dl>
      <p>
        <Button onClick={again}>Ask again</Button>
      </p>
    </>
  );
}

/** Only mismatch and failed speak against a run; the others say why it cannot be compared. */
const REPLAY_TONE: Readonly<Record<string, 'good' | 'bad'>> = { same: 'good', mismatch: 'bad', failed: 'bad' };
