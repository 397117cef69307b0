import { ApiProblem } from '@projecta/client';
import { useState } from 'preact/hooks';
import { useClient } from '../../api/client-context.js';
import { type Refusal, refusalOf } from '../../api/refusal.js';
import { linkTo } from '../../routing/route.js';
import type { CompletedSweep } from '../sweep/completed-sweep.js';
import { trialConfig } from './trial-config.js';
import type { Trials } from './trials.js';

/** Where the opening of a trial stands. */
export type Opening = { readonly row: number; readonly refusal?: Refusal } | undefined;

const ABSENT: readonly string[] = ['RUN_NOT_FOUND', 'RUN_PRUNED'];

/** Opens a trial as a run: the one that is there, else its config is run, whose run_hash must be the row's. */
export function useOpenTrial(sweep: CompletedSweep, trials: Trials): { readonly opening: Opening; readonly open: (row: number) => void } {
  const client = useClient();
  const [opening, setOpening] = useState<Opening>();
  const open = async (row: number): Promise<void> => {
    const expected = trials.run_hash[row]!;
    setOpening({ row });
    try {
      const isThere = await client.runs.get(expected).then(
        () => true,
        (error: unknown) => {
          if (error instanceof ApiProblem && ABSENT.includes(error.code)) return false;
          throw error;
        },
      );
      const run_hash = isThere ? expected : (await client.runs.submit(trialConfig(sweep.sweep, trials, row))).run_hash;
      if (run_hash === expected) window.location.hash = linkTo('result', run_hash);
      else setOpening({ row, refusal: otherRun(run_hash, expected) });
    } catch (error) {
      setOpening({ row, refusal: refusalOf(error) });
    }
  };
  return { opening, open: (row) => void open(row) };
}

/** The candles or the engine changed since the sweep: its trials are no longer what their configs compute. */
function otherRun(run_hash: string, expected: string): Refusal {
  return {
    code: 'BROKEN',
    detail: `The config of this trial is now run ${run_hash.slice(0, 12)}, but its row says ${expected.slice(0, 12)}: candles, engine or plug-ins changed after the sweep. Sweep again to compare like with like.`,
    errors: [],
    retryable: false,
  };
}
