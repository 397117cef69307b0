import { METRIC_IDS } from '@projecta/metrics';
import { array, BOOLEAN, described, EPOCH_MS, INTEGER, nullable, NUMBER, object, ref, type Schema, STRING, words } from '../route.js';

/** Runs side by side; all values in the order of the hashes. */
export const COMPARISON_SCHEMAS: Readonly<Record<string, Schema>> = {
  Comparison: object({
    runs: array(
      object({
        ...{ run_hash: ref('Hash'), config_hash: ref('Hash'), data_hash: ref('Hash'), symbol: ref('Symbol'), timeframe: ref('Timeframe') },
        ...{ strategy: STRING, bars: nullable(INTEGER) },
      }),
    ),
    metrics: array(
      object({
        ...{ id: words(...METRIC_IDS), title: STRING, unit: STRING, lower_is_better: BOOLEAN },
        values: array({ type: ['number', 'null'] }),
      }),
    ),
    config: described(
      array(object({ path: STRING, values: array(described({}, 'What the config has there; null where it has nothing.')) })),
      'Where the configs differ, as JSON pointers.',
    ),
    equity: object({
      ts: array(EPOCH_MS),
      values: described(array(array(nullable(NUMBER))), 'One list a run, each as long as ts; null at times that are none of its bars.'),
    }),
  }),
};
