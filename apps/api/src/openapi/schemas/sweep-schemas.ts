import { METRIC_IDS } from '@projecta/metrics';
import { array, BOOLEAN, described, INSTANT, INTEGER, mapOf, nullable, NUMBER, object, ref, type Schema, STRING, words } from '../route.js';
import { KEPT, MADE_OF, SHORT_ERROR, SPAN, STANDING } from './standing-schemas.js';

const MAYBE = nullable(NUMBER);
const HASHES = { sweep_hash: ref('Hash'), config_hash: ref('Hash'), data_hash: ref('Hash') };
const OBJECTIVE = words(...METRIC_IDS);
const POINT = described(mapOf({ type: ['number', 'string', 'boolean'] }), 'Values by whole path.');
const TRIAL = { trial: described(INTEGER, 'Number of the combination, from 0.'), run_hash: ref('Hash'), params: POINT, value: MAYBE };

/** The fields of summary.json beside its hashes and span. */
const SUMMARY = {
  objective: OBJECTIVE,
  lower_is_better: BOOLEAN,
  tried: described(INTEGER, 'Combinations of the grid, or rows drawn.'),
  trials: described(INTEGER, 'Those that ran: rows of sweep.parquet.'),
  skipped: ref('SkippedPoints'),
  best: ref('SweepBest'),
  certified: described(INTEGER, 'Trials whose decisions were recomputed without their future.'),
  plateau: nullable(ref('SweepPlateau')),
  warnings: array(ref('SweepNotice')),
  validation: described(
    mapOf(STRING),
    'A verdict under `overfitting`, where the search was judged; its numbers stand in validation_summary.json.',
  ),
};

/** In a sweep they are null until it is completed. */
const KNOWN_AT_ONCE: readonly string[] = ['objective', 'warnings'];
const SUMMARY_OR_NULL = Object.fromEntries(
  Object.entries(SUMMARY).map(([name, schema]) => [name, KNOWN_AT_ONCE.includes(name) ? schema : nullable(schema)]),
);

/** Sweeps as they are submitted, shown and listed. */
export const SWEEP_SCHEMAS: Readonly<Record<string, Schema>> = {
  SweepSubmission: object({
    ...{ sweep_hash: ref('Hash'), config_hash: ref('Hash'), status: ref('RunStatus') },
    created: described(BOOLEAN, 'Whether this request began an attempt. False: the identity was there, and nothing is recomputed.'),
    links: ref('RunLinks'),
  }),
  SweepState: object({
    ...{ sweep_hash: ref('Hash'), config_hash: ref('Hash'), status: ref('RunStatus'), attempt: INTEGER, pinned: BOOLEAN },
    links: ref('RunLinks'),
  }),
  SweepCheck: object({
    ...{ valid: { type: 'boolean', const: true }, ...HASHES },
    exists: described(BOOLEAN, 'Whether the sweep is there already, in the state of `status`.'),
    status: nullable(ref('RunStatus')),
    data: object({ source: STRING, bars: INTEGER, start: INSTANT, end: INSTANT }),
    notes: array(STRING),
    tried: described(INTEGER, 'Combinations of the grid, or rows to draw.'),
    skipped: described(
      nullable(ref('SkippedPoints')),
      'Combinations that would be skipped, since their own run would be refused; null where there are too many to look at.',
    ),
    estimate: described(
      object({ bars: INTEGER, trials: INTEGER, bar_passes: INTEGER, estimated_ms: INTEGER }),
      'How much work it is; the time is a guess.',
    ),
    sweep: ref('NormalizedSweep'),
    links: { anyOf: [ref('RunLinks'), object({})] },
  }),
  Sweep: object({ ...HASHES, ...STANDING, ...SPAN, bars: INTEGER, ...SUMMARY_OR_NULL, sweep: ref('NormalizedSweep'), ...MADE_OF, ...KEPT }),
  SweepSummary: object({ ...HASHES, ...SPAN, bars: INTEGER, ...SUMMARY }),
  SweepBest: object({ row: described(INTEGER, 'Of sweep.parquet, from 0.'), ...TRIAL, metrics: ref('Metrics') }),
  SkippedPoints: object({
    count: INTEGER,
    reasons: array(
      object({
        ...{ path: STRING, code: ref('ErrorCode') },
        count: described(INTEGER, 'Combinations with this problem; one may have several.'),
        message: described(STRING, 'What is wrong with the first of them.'),
        params: POINT,
      }),
    ),
  }),
  SweepPlateau: described(
    object({
      ...{ tolerance: NUMBER, limit: NUMBER, axes: array(STRING), trials: INTEGER, of: INTEGER, neighbours: INTEGER },
      ...{ neighbours_median: MAYBE, alone: BOOLEAN, at_edge: array(STRING) },
    }),
    'What lies around the best: trials that come near it, its neighbours one step away, and whether it lies at the end of an axis.',
  ),
  SweepNotice: object({
    code: words('ANNUALIZATION_GUESSED', 'GAPS', 'NOT_CAUSAL', 'FEW_TRADES', 'METRIC_NULL', 'LONE_PEAK', 'BEST_AT_EDGE'),
    message: STRING,
  }),
  ListedSweep: object({
    ...{ ...HASHES, symbol: ref('Symbol'), timeframe: ref('Timeframe'), strategy: STRING, start: INSTANT, end: INSTANT, ...STANDING },
    ...{ objective: OBJECTIVE, tried: nullable(INTEGER), trials: nullable(INTEGER) },
    best: described(nullable(object(TRIAL)), 'The best trial; null until the sweep is completed.'),
    error: SHORT_ERROR,
    links: object({ self: { type: 'string', format: 'uri-reference' } }),
  }),
  SweepList: object({ items: array(ref('ListedSweep')), next_cursor: ref('NextCursor') }),
  SweepRow: {
    ...{ type: 'object', properties: { trial: INTEGER, run_hash: ref('Hash') }, required: ['trial', 'run_hash'] },
    additionalProperties: { type: ['number', 'string', 'boolean', 'null'] },
    description: 'A trial: a column `param.<path>` a parameter, and a column a metric, null where it does not exist.',
  },
};
