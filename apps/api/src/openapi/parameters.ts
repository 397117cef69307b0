import { BOOLEAN, type Parameter, type ProblemDoc, ref, type Schema, STRING, whole } from './route.js';
import { PRESET_ID, RUN_HASH, SWEEP_HASH } from './examples/hashes.js';

/** A parameter of the query. */
export function query(name: string, description: string, schema: Schema, more: Partial<Parameter> = {}): Parameter {
  return { name, in: 'query', description, schema, ...more };
}

export const RUN: Parameter = {
  ...{ name: 'run_hash', in: 'path', description: 'The run_hash, or its first 8 digits or more where they mean one run.' },
  schema: { type: 'string', pattern: '^[0-9a-f]{8,64}$' },
  example: RUN_HASH,
};

export const SWEEP: Parameter = {
  ...{ name: 'sweep_hash', in: 'path', description: 'The sweep_hash, or its first 8 digits or more where they mean one sweep.' },
  schema: { type: 'string', pattern: '^[0-9a-f]{8,64}$' },
  example: SWEEP_HASH,
};

export const PRESET: Parameter = {
  ...{ name: 'preset_id', in: 'path', description: 'The preset_id, or its first 8 digits or more where they mean one preset.' },
  schema: { type: 'string', pattern: '^[0-9a-f]{8,64}$' },
  example: PRESET_ID,
};

export const SYMBOL: Parameter = {
  ...{ name: 'symbol', in: 'path', description: 'The symbol; / is written %2F and : %3A.' },
  schema: ref('Symbol'),
  example: 'ABC',
};

export const LIMIT = query('limit', 'How many a page holds.', whole(1, 500, 50));
export const CURSOR = query('cursor', 'The next_cursor of the page before.', { type: 'string', minLength: 1, maxLength: 1024 });
export const TIMEFRAME = query('timeframe', 'Which data set of the symbol; needed where there are several.', ref('Timeframe'));

export const PREFER: Parameter = {
  ...{ name: 'Prefer', in: 'header', example: 'wait=10' },
  description:
    'wait=SECONDS holds the answer until what was submitted has ended, at most 60 s. What cannot be read is passed over (RFC 7240).',
  schema: STRING,
};

export const IF_NONE_MATCH: Parameter = {
  ...{ name: 'If-None-Match', in: 'header', description: 'The ETag of a copy: where it still holds, the answer is 304 and empty.' },
  schema: STRING,
};

/** A parameter that is true or false; false where it is left out. */
export function flagQuery(name: string, description: string): Parameter {
  return query(name, description, { ...BOOLEAN, default: false });
}

/** A path whose escapes cannot be decoded, and parameters that are not there or not as described. */
export const ADDRESS_PROBLEMS: readonly ProblemDoc[] = ['MALFORMED_JSON', 'VALIDATION_FAILED'];

/** What a JSON body may have wrong with it. */
export const BODY_PROBLEMS: readonly ProblemDoc[] = [
  ...ADDRESS_PROBLEMS,
  'DUPLICATE_KEY',
  'NUMBER_NOT_EXACT',
  'LIMIT_EXCEEDED',
  'PAYLOAD_TOO_LARGE',
  'UNSUPPORTED_MEDIA_TYPE',
];

/** What finding a run by its hash may come to. */
export const FIND_PROBLEMS: readonly ProblemDoc[] = ['RUN_NOT_FOUND', 'AMBIGUOUS_PREFIX', 'RUN_PRUNED'];

/** The same of a sweep. */
export const FIND_SWEEP_PROBLEMS: readonly ProblemDoc[] = ['SWEEP_NOT_FOUND', 'AMBIGUOUS_PREFIX', 'RUN_PRUNED'];

/** What a RunConfig and its candles may have wrong with them, the submission aside. */
export const CONFIG_PROBLEMS: readonly ProblemDoc[] = [
  ...BODY_PROBLEMS,
  ['DATA_NOT_FOUND', 422],
  'TIMEFRAME_TOO_FINE',
  'TOO_FEW_BARS',
  'DATA_INVALID',
  'STRATEGY_ERROR',
  'ARTIFACT_DAMAGED',
];
