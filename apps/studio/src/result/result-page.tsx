import { useMemo } from 'preact/hooks';
import { useClient } from '../api/client-context.js';
import { useAnswer } from '../api/use-answer.js';
import { Empty } from '../design/empty.js';
import { Waiting } from '../design/waiting.js';
import { RunProgress } from '../progress/run-progress.js';
import type { PageProps } from '../shell/pages.js';
import { linkTo } from '../routing/route.js';
import { isCompleted } from './completed-run.js';
import { CompletedResult } from './completed-result.js';
import './result.css';
import { UnknownRun } from './unknown-run.js';

/** A run: how far it is, why it ended without a result, or its result. */
export function ResultPage({ route }: PageProps) {
  if (route.of === undefined)
    return (
      <Empty title="No run is named">
        <p>
          Choose one of the <a href={linkTo('runs')}>runs</a>, or <a href={linkTo('run')}>run a backtest</a>.
        </p>
      </Empty>
    );
  return <OneRun key={route.of} hash={route.of} route={route} />;
}

function OneRun({ hash, route }: PageProps & { readonly hash: string }) {
  const client = useClient();
  const answer = useAnswer(hash, () => client.runs.get(hash));
  const known = answer.value;
  const run = useMemo(() => known, [known?.run_hash, known?.attempt, known?.status]); // the same run keeps its tables
  if (answer.state === 'refused' && !run) return <UnknownRun hash={hash} refusal={answer.refusal} again={answer.again} />;
  if (!run) return <Waiting what="Loading the run" height={640} />;
  if (isCompleted(run)) return <CompletedResult key={run.attempt} run={run} route={route} />;
  return <RunProgress run={run} again={answer.again} />;
}
