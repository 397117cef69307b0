import type { Run } from '@projecta/client';
import { EndedRun } from './ended-run.js';
import { LiveRun } from './live-run.js';
import './progress.css';

interface RunProgressProps {
  /** What GET /runs/{run_hash} answered. */
  readonly run: Run;
  /** The run has ended, or was begun again: ask for it again. */
  readonly again: () => void;
}

/**
 * A run that has no result: how far it is, stage by stage and as it happens, with a way to cancel it; or why it failed and what can be done.
 * For every status but `completed`. Once the run ends, or begins anew, `again` is called: ask for the run again and render what it has become;
 * `known-run.tsx` says, on a result, that the run was there already (`#/result/HASH?known=1`).
 */
export function RunProgress({ run, again }: RunProgressProps) {
  if (run.status === 'failed' || run.status === 'cancelled') return <EndedRun run={run} again={again} />;
  return <LiveRun key={`${run.run_hash} ${run.attempt}`} run={run} onEnd={again} />;
}
