import { statisticOf } from '@projecta/metrics';
import type { ReturnsRun } from './returns-run.js';

/** The metrics that only ask where equity began and ended. */
export type EndMetricId = 'cagr' | 'total_return' | 'final_equity';

/** A metric of a path that ends at `end` times its start, over the run's elapsed time (E4). */
export function endMetric(run: ReturnsRun, id: EndMetricId): (end: number) => number | null {
  const { ts, firstEquity } = run;
  const read = statisticOf(id);
  const equity = Float64Array.of(firstEquity, firstEquity);
  const curve = { ...run, ts: Float64Array.of(ts[0]!, ts[ts.length - 1]!), equity };
  return (end) => {
    equity[1] = firstEquity * end;
    return read(curve);
  };
}
