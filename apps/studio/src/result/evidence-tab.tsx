import { evidence, methodReports, verdicts } from '@projecta/report';
import { useAnswer } from '../api/use-answer.js';
import { Drawn } from '../design/drawn.js';
import { Refused } from '../design/refused.js';
import { Waiting } from '../design/waiting.js';
import type { CompletedRun } from './completed-run.js';
import { keptView } from './kept-view.js';
import type { RunTables } from './run-tables.js';
import { SelectionPanel } from './selection-panel.js';

interface Props {
  readonly run: CompletedRun;
  readonly tables: RunTables;
}

/** Why to believe the run, or not: how many were tried, whether it peeks, and what each validation method says. */
export function EvidenceTab({ run, tables }: Props) {
  const answer = useAnswer(`evidence ${run.run_hash} ${run.attempt}`, async () => {
    const view = await keptView(run, tables);
    const reports = methodReports(view.run);
    return [verdicts(view, reports), evidence(view, reports)];
  });
  return (
    <div class="parts">
      {run.selection && <SelectionPanel selection={run.selection} sharpe={run.metrics.sharpe} symbol={run.symbol} />}
      {answer.state === 'refused' && <Refused title="The evidence cannot be read" refusal={answer.refusal} again={answer.again} />}
      {answer.state === 'asking' && !answer.value && <Waiting what="Loading the trials" height={780} />}
      {answer.value?.map((part, i) => (
        <Drawn key={i} part={part} />
      ))}
    </div>
  );
}
