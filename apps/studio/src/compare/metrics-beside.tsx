import type { Comparison, MetricId } from '@projecta/client';
import { contractOf, formatMetric } from '@projecta/report';
import { bestOf } from './best-of.js';
import { RunLetter } from './run-letter.js';

/** Metrics that describe a run and do not judge it. */
const NO_CONTEST: ReadonlySet<string> = new Set<MetricId>([
  'periods_per_year',
  'trades',
  'exposure',
  'buy_and_hold_return',
  'beta',
  'skew',
  'kurtosis',
  'avg_bars_held',
  'max_bars_held',
]);

/** Every metric of every run, the best of each marked. */
export function MetricsBeside({ comparison: { runs, metrics } }: { readonly comparison: Comparison }) {
  return (
    <section class="stack" aria-labelledby="metrics-beside">
      <h2 id="metrics-beside">Metrics</h2>
      <div class="scroll" tabIndex={0} role="region" aria-label="Metrics side by side">
        <table class="beside">
          <caption>The best of a row is set in bold; a metric that says nothing about better or worse has none.</caption>
          <thead>
            <tr>
              <th scope="col">Metric</th>
              {runs.map(({ run_hash }, i) => (
                <th scope="col" class="n" key={run_hash}>
                  <RunLetter i={i} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {metrics.map(({ id, title, values, lower_is_better }) => {
              const best = NO_CONTEST.has(id) ? new Set<number>() : bestOf(values, lower_is_better);
              const { unit, formula, source } = contractOf(id);
              return (
                <tr key={id}>
                  <th scope="row" title={`${formula} (${unit}). ${source}.`}>
                    {title}
                  </th>
                  {values.map((value, i) => (
                    <td class={`n ${best.has(i) ? 'best' : ''}`} key={i}>
                      {formatMetric(id, unit, value)}
                    </td>
                  ))}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </section>
  );
}
