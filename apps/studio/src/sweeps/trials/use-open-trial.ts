import type { Client, RunConfig } from '@projecta/client';
import { useState } from 'preact/hooks';
import { useClient } from '../../api/client-context.js';
import { type Refusal, refusalOf } from '../../api/refusal.js';
import { linkTo } from '../../routing/route.js';
import type { CompletedSweep } from '../sweep/completed-sweep.js';
import { trialConfig } from './trial-config.js';
import type { Trials } from './trials.js';

/** Where the opening of a trial stands. */
export type Opening = { readonly row: number; readonly refusal?: Refusal } | undefined;

/** Opens a trial as a run: the one that is there, else its config is run, whose run_hash must be the row's. */
export function useOpenTrial(sweep: CompletedSweep, trials: Trials): { readonly opening: Opening; readonly open: (row: number) => void } {
  const client = useClient();
  const [opening, setOpening] = useState<Opening>();
  const open = async (row: number): Promise<void> => {
    const expected = trials.run_hash[row]!;
    setOpening({ row });
    try {
      const refusal = await madeReady(client, { config: trialConfig(sweep.sweep, trials, row), expected });
      if (refusal) setOpening({ row, refusal });
      else window.location.hash = linkTo('result', expected);
    } catch (error) {
      setOpening({ row, refusal: refusalOf(error) });
    }
  };
  return { opening, open: (row) => void open(row) };
}

/** Sees to it that a trial's run is there or under way: why it cannot be, else nothing. A check tells what is there; to ask for a run that is not is an error. */
async function madeReady(
  client: Client,
  { config, expected }: { readonly config: RunConfig; readonly expected: string },
): Promise<Refusal | undefined> {
  const check = await client.runs.validate(config).catch(refusalOf);
  if ('run_hash' in check && check.run_hash === expected) {
    if (!check.exists) await client.runs.submit(config);
    return undefined;
  }
  // the candles are others now, or gone: all there may be is the run that was kept
  const isKept = await client.runs.get(expected).then(
    () => true,
    () => false,
  );
  if (isKept) return undefined;
  return 'run_hash' in check ? otherRun(check.run_hash, expected) : check;
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
