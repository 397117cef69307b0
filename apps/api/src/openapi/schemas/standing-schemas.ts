import { BOOLEAN, described, INSTANT, INTEGER, nullable, ref, type Schema, STRING } from '../route.js';

const AT = nullable(INSTANT);

/** How far a run or a sweep is. */
export const STANDING: Readonly<Record<string, Schema>> = {
  status: ref('RunStatus'),
  attempt: described(INTEGER, 'From 1; counts on whenever it is queued again.'),
  stage: described(nullable(STRING), 'What is being done; null before it begins and after it is completed.'),
  progress: { type: 'number', minimum: 0, maximum: 1 },
  pinned: BOOLEAN,
  ...{ created_at: INSTANT, started_at: AT, finished_at: AT },
};

/** Which candles it is of. */
export const SPAN: Readonly<Record<string, Schema>> = { symbol: ref('Symbol'), timeframe: ref('Timeframe'), start: INSTANT, end: INSTANT };

/** What a run or a sweep shows of itself beside its results. */
export const MADE_OF: Readonly<Record<string, Schema>> = {
  ...{ data: ref('DataIdentity'), engine: ref('EngineIdentity'), plugins: { type: 'array', items: ref('PluginIdentity') } },
};

/** What stands at the end of both. */
export const KEPT: Readonly<Record<string, Schema>> = {
  ...{ manifest: nullable(ref('Manifest')), selection: nullable(ref('Selection')), error: nullable(ref('RunError')) },
  timings_ms: described(nullable({ type: 'object', additionalProperties: { type: 'number' } }), 'How long each stage took.'),
  links: ref('RunLinks'),
};

/** What is told of an attempt that failed, in a list. */
export const SHORT_ERROR = nullable({
  ...{ type: 'object', properties: { code: nullable(ref('ErrorCode')), detail: nullable(STRING) } },
  ...{ required: ['code', 'detail'], additionalProperties: false },
});
