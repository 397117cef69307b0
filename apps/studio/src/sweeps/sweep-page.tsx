import '../run/run.css';
import { useClient } from '../api/client-context.js';
import { useAnswer } from '../api/use-answer.js';
import { Empty } from '../design/empty.js';
import { Waiting } from '../design/waiting.js';
import { linkTo } from '../routing/route.js';
import type { PageProps } from '../shell/pages.js';
import { CompletedResult } from './sweep/completed-result.js';
import { isCompleted } from './sweep/completed-sweep.js';
import { EndedSweep } from './sweep/ended-sweep.js';
import { LiveSweep } from './sweep/live-sweep.js';
import { UnknownSweep } from './sweep/unknown-sweep.js';
import './sweeps.css';

/** A sweep: how far it is, why it ended without a result, or its result. */
export function SweepPage({ route }: PageProps) {
  if (route.of === undefined)
    return (
      <Empty title="No sweep is named">
        <p>
          Choose one of the <a href={linkTo('sweeps')}>sweeps</a>, or make a{' '}
          <a href={linkTo('sweeps', undefined, { tab: 'new' })}>new one</a>.
        </p>
      </Empty>
    );
  return <OneSweep key={route.of} hash={route.of} route={route} />;
}

function OneSweep({ hash, route }: PageProps & { readonly hash: string }) {
  const client = useClient();
  const answer = useAnswer(hash, () => client.sweeps.get(hash));
  const sweep = answer.value;
  if (answer.state === 'refused' && !sweep) return <UnknownSweep hash={hash} refusal={answer.refusal} again={answer.again} />;
  if (!sweep) return <Waiting what="Loading the sweep" height={640} />;
  if (isCompleted(sweep)) return <CompletedResult key={sweep.attempt} sweep={sweep} route={route} again={answer.again} />;
  if (sweep.status === 'queued' || sweep.status === 'running') return <LiveSweep key={sweep.attempt} sweep={sweep} onEnd={answer.again} />;
  return <EndedSweep sweep={sweep} again={answer.again} />;
}
