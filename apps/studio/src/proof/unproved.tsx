import type { ComponentChildren } from 'preact';
import { Refused } from '../design/refused.js';
import { linkTo } from '../routing/route.js';
import type { ProofOutcome } from './proof-message.js';

interface Props {
  readonly outcome: ProofOutcome | undefined;
  /** Of the run. */
  readonly data_hash: string;
  readonly again: () => void;
}

/** Why a run could not be proved. Candles that are missing or others than the run's say nothing against it. */
export function Unproved({ outcome, data_hash, again }: Props) {
  if (outcome?.kind === 'data_changed')
    return (
      <NoCandles title="The candles were changed after the run">
        The service has others now: their data_hash is {outcome.data_hash.slice(0, 12)}, the run’s is {data_hash.slice(0, 12)}.
      </NoCandles>
    );
  if (outcome?.kind !== 'refused') return null;
  if (outcome.refusal.code === 'DATA_NOT_FOUND')
    return <NoCandles title="The candles of the run are not there any more">{outcome.refusal.detail}</NoCandles>;
  return <Refused title="The run could not be computed here" refusal={outcome.refusal} again={again} />;
}

function NoCandles({ title, children }: { readonly title: string; readonly children: ComponentChildren }) {
  return (
    <div class="notice" role="status">
      <h2>{title}</h2>
      <p>{children}</p>
      <p>
        That says nothing against the run. Put its candles back on the <a href={linkTo('data')}>Data</a> page, or where they came from, and
        verify again.
      </p>
    </div>
  );
}
