import type { MetricId } from '@projecta/client';
import { contractOf, formatNumber, paramText, pathName } from '@projecta/report';
import { Fact } from '../trials/fact.js';
import { pointAt, type Trials } from '../trials/trials.js';

interface Props {
  readonly trials: Trials;
  /** The row of the best; undefined while no trial has a value. */
  readonly row: number | undefined;
  readonly metric: MetricId;
  /** Its objective. */
  readonly text: string;
  /** How many trials have ended. */
  readonly ended: number;
}

/** The best of the trials that have ended, in words. */
export function BestSoFar({ trials, row, metric, text, ended }: Props) {
  const ofAll = `${formatNumber(ended, 0)} of ${formatNumber(trials.rows, 0)} combinations`;
  return (
    <aside class="trial-facts" aria-label="The best so far">
      <h3>The best so far</h3>
      {row === undefined ? (
        <p class="soft">No trial has a value yet.</p>
      ) : (
        <dl class="facts">
          {Object.entries(pointAt(trials, row)).map(([path, value]) => (
            <Fact key={path} name={pathName(path)} text={paramText(value)} />
          ))}
          <Fact name={contractOf(metric).title} text={text} />
        </dl>
      )}
      <p class="soft">{ofAll} have ended.</p>
    </aside>
  );
}
