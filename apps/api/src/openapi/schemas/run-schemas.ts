import { RUN_STATUSES } from '@projecta/persistence';
import {
  array,
  BOOLEAN,
  described,
  HASH,
  INSTANT,
  INTEGER,
  mapOf,
  nullable,
  NUMBER,
  object,
  ref,
  type Schema,
  STRING,
  words,
} from '../route.js';
import { KEPT, MADE_OF, SHORT_ERROR, SPAN, STANDING } from './standing-schemas.js';

const MAYBE = nullable(NUMBER);
const HASHES = { run_hash: ref('Hash'), config_hash: ref('Hash'), data_hash: ref('Hash') };
const LINK: Schema = { type: 'string', format: 'uri-reference' };

/** The fields of summary.json beside its hashes and span. */
const SUMMARY = {
  ...{ gaps: INTEGER, metrics: ref('Metrics'), metric_reasons: ref('MetricReasons'), ambiguity_band: nullable(ref('AmbiguityBand')) },
  ...{ attribution: ref('Attribution'), open_trade: nullable(ref('OpenTrade')), warnings: array(ref('Warning')), causal: BOOLEAN },
  validation: described(mapOf(STRING), 'A verdict a method; the numbers stand in validation_summary.json.'),
};

/** In a run they are null until it is completed. */
const SUMMARY_OR_NULL = Object.fromEntries(
  Object.entries(SUMMARY).map(([name, schema]) => [name, name === 'warnings' ? schema : nullable(schema)]),
);

/** Runs as they are submitted, shown and listed. */
export const RUN_SCHEMAS: Readonly<Record<string, Schema>> = {
  Hash: HASH,
  RunStatus: words(...RUN_STATUSES),
  RunLinks: object({ self: LINK, events: LINK, artifacts: LINK, report: LINK, verify: LINK, cancel: LINK, pin: LINK }),
  Submission: object({
    ...{ run_hash: ref('Hash'), config_hash: ref('Hash'), status: ref('RunStatus') },
    created: described(BOOLEAN, 'Whether this request began an attempt. False: the identity was there, and nothing is recomputed.'),
    links: ref('RunLinks'),
  }),
  RunState: object({
    ...{ run_hash: ref('Hash'), config_hash: ref('Hash'), status: ref('RunStatus'), attempt: INTEGER, pinned: BOOLEAN },
    links: ref('RunLinks'),
  }),
  RunCheck: object({
    ...{ valid: { type: 'boolean', const: true }, ...HASHES },
    exists: described(BOOLEAN, 'Whether the run is there already, in the state of `status`.'),
    status: nullable(ref('RunStatus')),
    data: object({ source: STRING, bars: INTEGER, gaps: INTEGER, start: INSTANT, end: INSTANT }),
    notes: array(STRING),
    estimate: described(
      object({ bars: INTEGER, trials: INTEGER, bar_passes: INTEGER, estimated_ms: INTEGER }),
      'How much work it is; the time is a guess.',
    ),
    config: ref('NormalizedRunConfig'),
    links: { anyOf: [ref('RunLinks'), object({})] },
  }),
  Run: object({
    ...{ ...HASHES, ...STANDING, ...SPAN, bars: INTEGER, ...SUMMARY_OR_NULL },
    ...{ config: ref('NormalizedRunConfig'), ...MADE_OF, ...KEPT },
  }),
  RunSummary: object({ ...HASHES, ...SPAN, bars: INTEGER, ...SUMMARY }),
  Selection: described(
    object({
      trials: described(INTEGER, 'How many configs were ever tried on these data, trials of sweeps among them.'),
      ...{ effective_trials: MAYBE, deflated_sharpe: MAYBE, sidak_p: MAYBE },
    }),
    'The Sharpe of the run, or of the best trial of a sweep, deflated for every config ever tried on the same data.',
  ),
  RunError: described(
    object(
      {
        ...{ type: STRING, title: STRING, status: INTEGER, detail: STRING, instance: STRING, code: ref('ErrorCode'), retryable: BOOLEAN },
        errors: array(ref('InputProblem')),
      },
      ['errors'],
    ),
    'What the run or sweep failed with, as a problem.',
  ),
  ListedRun: object({
    ...{ ...HASHES, symbol: ref('Symbol'), timeframe: ref('Timeframe'), strategy: STRING, start: INSTANT, end: INSTANT, ...STANDING },
    metrics: nullable(ref('KeyMetrics')),
    error: SHORT_ERROR,
    links: object({ self: LINK }),
  }),
  RunList: object({ items: array(ref('ListedRun')), next_cursor: ref('NextCursor') }),
  NextCursor: described(nullable(STRING), 'The `cursor` of the next page; null at the end.'),
};
