import { costs, metricTable, notices, returns } from '@projecta/report';
import { useAnswer } from '../api/use-answer.js';
import { Drawn } from '../design/drawn.js';
import { Refused } from '../design/refused.js';
import { Waiting } from '../design/waiting.js';
import type { CompletedRun } from './completed-run.js';
import { keptView } from './kept-view.js';
import type { RunTables } from './run-tables.js';

interface Props {
  readonly run: CompletedRun;
  readonly tables: RunTables;
}

/** Where the result came from: what costs took, which months made it, every metric. */
export function PerformanceTab({ run, tables }: Props) {
  const answer = useAnswer(`view ${run.run_hash} ${run.attempt}`, async () => {
    const view = await keptView(run, tables);
    const summary = { ...view.run.summary, warnings: [] }; // they stand above every tab
    return [costs(view), notices({ ...view, run: { ...view.run, summary } }), returns(view), metricTable(view)];
  });
  if (answer.state === 'refused') return <Refused title="The result cannot be read" refusal={answer.refusal} again={answer.again} />;
  if (!answer.value) return <Waiting what="Loading trades and equity" height={780} />;
  return (
    <div class="parts">
      {answer.value.map((part, i) => (
        <Drawn key={i} part={part} />
      ))}
    </div>
  );
}
