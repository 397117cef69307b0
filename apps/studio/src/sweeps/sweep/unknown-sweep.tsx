import type { Refusal } from '../../api/refusal.js';
import { Refused } from '../../design/refused.js';
import { linkTo } from '../../routing/route.js';

interface Props {
  readonly hash: string;
  readonly refusal: Refusal;
  readonly again: () => void;
}

/** A sweep that is not there: never was, no longer is, or cannot be told from another. */
export function UnknownSweep({ hash, refusal, again }: Props) {
  const { title, advice } = TOLD[refusal.code] ?? { title: 'The sweep cannot be shown', advice: null };
  return (
    <div class="stack">
      <h1>
        Sweep <code>{hash.slice(0, 12)}</code>
      </h1>
      <Refused title={title} refusal={refusal} {...(refusal.retryable && { again })} />
      {advice !== null && <p class="lead">{advice}</p>}
      <p class="row">
        <a class="button" href={linkTo('sweeps')}>
          All sweeps
        </a>
        <a class="button" href={linkTo('sweeps', undefined, { tab: 'new' })}>
          New sweep
        </a>
      </p>
    </div>
  );
}

const TOLD: Readonly<Record<string, { readonly title: string; readonly advice: string }>> = {
  SWEEP_NOT_FOUND: {
    title: 'There is no such sweep here',
    advice:
      'A hash names the same sweep on every machine, but this service has not computed it, or it was deleted. Whoever sent it to you can send its config, too: sweep that here, and it will have this very hash.',
  },
  RUN_PRUNED: {
    title: 'This sweep was removed',
    advice:
      'Its files are gone; its manifest is still in the chain, and its trials stay counted as tried. Sweep the same config on the same candles again, and the same hash comes back with the same bytes. Pin sweeps that you want to keep.',
  },
  AMBIGUOUS_PREFIX: { title: 'Several sweeps begin like that', advice: 'Give more digits of the hash.' },
};
