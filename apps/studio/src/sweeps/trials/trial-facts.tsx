import { contractOf, formatNumber, formatStatistic, paramText, pathName } from '@projecta/report';
import type { MetricId } from '@projecta/client';
import { Button } from '../../design/button.js';
import { Hash } from '../../design/hash.js';
import { Fact } from './fact.js';
import { metricAt, pointAt, type Trials } from './trials.js';
import type { Opening } from './use-open-trial.js';

interface Props {
  readonly trials: Trials;
  /** The trial's row; below 0 where the combination was skipped. */
  readonly row: number;
  readonly metrics: readonly MetricId[];
  readonly isBest: boolean;
  readonly opening: Opening;
  readonly onOpen: (row: number) => void;
}

/** One trial: its values, its key metrics, its run. */
export function TrialFacts({ trials, row, metrics, isBest, opening, onOpen }: Props) {
  if (row < 0)
    return (
      <aside class="trial-facts" aria-label="The combination">
        <h3>Skipped</h3>
        <p class="soft">The run of this combination would be refused, so it was not tried. The table of trials says why.</p>
      </aside>
    );
  const isOpening = opening?.row === row && !opening.refusal;
  return (
    <aside class="trial-facts" aria-label="The trial">
      <h3>{isBest ? 'The best trial' : `Trial ${formatNumber(trials.trial[row]!, 0)}`}</h3>
      <dl class="facts">
        {Object.entries(pointAt(trials, row)).map(([path, value]) => (
          <Fact key={path} name={pathName(path)} text={paramText(value)} />
        ))}
        {metrics.map((id) => (
          <Fact key={id} name={contractOf(id).title} text={formatStatistic(id, metricAt(trials, id, row))} />
        ))}
      </dl>
      <p class="row spread">
        <span class="soft">Run</span>
        <Hash value={trials.run_hash[row]!} />
      </p>
      <Button onClick={() => onOpen(row)} disabled={isOpening}>
        {isOpening ? 'Opening …' : 'Open as a run'}
      </Button>
      {opening?.row === row && opening.refusal && (
        <p class="loss" role="alert">
          {opening.refusal.detail}
        </p>
      )}
    </aside>
  );
}
