import { METRIC_IDS } from '@projecta/metrics';
import { choice } from '@projecta/plugin';

/** A parameter that names a metric. */
export function statistic(description: string) {
  return choice(METRIC_IDS, { default: 'sharpe', description });
}
