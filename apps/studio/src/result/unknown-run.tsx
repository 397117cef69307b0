import type { Refusal } from '../api/refusal.js';
import { Refused } from '../design/refused.js';
import { linkTo } from '../routing/route.js';

interface Props {
  readonly hash: string;
  readonly refusal: Refusal;
  readonly again: () => void;
}

/** A run that is not there: never was, no longer is, or cannot be told from another. */
export function UnknownRun({ hash, refusal, again }: Props) {
  const { title, advice } = TOLD[refusal.code] ?? { title: 'The run cannot be shown', advice: null };
  return (
    <div class="stack">
      <h1>
        Run <code>{hash.slice(0, 12)}</code>
      </h1>
      <Refused title={title} refusal={refusal} {...(refusal.retryable && { again })} />
      {advice !== null && <p class="lead">{advice}</p>}
      <p class="row">
        <a class="button" href={linkTo('runs')}>
          All runs
        </a>
        <a class="button" href={linkTo('run')}>
          Run a backtest
        </a>
        <a class="button" href={linkTo('chain')}>
          The chain
        </a>
      </p>
    </div>
  );
}

const TOLD: Readonly<Record<string, { readonly title: string; readonly advice: string }>> = {
  RUN_NOT_FOUND: {
    title: 'There is no such run here',
    advice:
      'A hash names the same run on every machine, but this service has not computed it. Whoever sent it to you can send its config, too: run that here, and it will have this very hash.',
  },
  RUN_PRUNED: {
    title: 'This run was removed',
    advice:
      'Its files are gone; its manifest is still in the chain, which stays verifiable. Run the same config on the same candles again, and the same hash comes back with the same bytes. Pin runs that you want to keep.',
  },
  AMBIGUOUS_PREFIX: { title: 'Several runs begin like that', advice: 'Give more digits of the hash.' },
};
