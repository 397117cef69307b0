import type { ErrorCode } from '@projecta/errors';

/** What each code means and what to do about it: the text of /problems/{code}, and of the code's example in the OpenAPI document. */
export const PROBLEM_ADVICE: Readonly<Record<ErrorCode, string>> = {
  MALFORMED_JSON: 'The body is not JSON, or there is none. Send one JSON object as UTF-8.',
  DUPLICATE_KEY: 'An object of the body has the same key twice, so that it is unclear which value is meant. Keep one of them.',
  NUMBER_NOT_EXACT:
    'A number cannot be held exactly (an integer beyond 2^53, say). A run under it would not be the one that was asked for.',
  UNKNOWN_KEY: 'There is no setting of this name. Correct its spelling or leave it out: nothing is ignored in silence.',
  REQUIRED: 'A value is missing that has no default.',
  WRONG_TYPE: 'A value has another type than the one declared; numbers given as strings are refused too.',
  OUT_OF_RANGE: 'A number is outside its range, which the message names.',
  NOT_ALLOWED: 'A value is none of those that are possible here; `allowed` lists them where they are few.',
  ALIAS_CONFLICT: 'A setting is given under two of its names. Keep one.',
  UNKNOWN_INDICATOR: 'No indicator has this name. GET /catalog lists them.',
  UNKNOWN_STRATEGY: 'No strategy has this name. GET /catalog lists them.',
  UNKNOWN_RISK_MODEL: 'No risk model has this name. GET /catalog lists them.',
  UNKNOWN_SLIPPAGE_MODEL: 'No slippage model has this name. GET /catalog lists them.',
  UNKNOWN_METHOD: 'No validation method has this name. GET /catalog lists them.',
  BAD_EXPRESSION: 'An expression of a rule cannot be read; the message says at which column and why.',
  DATE_ORDER: '`end` must come after `start`: the span is [start, end).',
  TOO_FEW_BARS: 'The span has fewer bars than the strategy needs before it can have an opinion. Widen it, or shorten the windows.',
  TIMEFRAME_TOO_FINE: 'There are only coarser candles than the ones asked for; finer ones cannot be made from them.',
  DATA_NOT_FOUND: 'There are no candles of this symbol and timeframe. Add them by PUT /datasets/{symbol}, or use the built-in symbol TEST.',
  DATA_INVALID: 'Candles contradict themselves or cannot be read; every row at fault is named.',
  LOOK_AHEAD:
    'A decision changed when only later bars did: the strategy looks into the future, and its result would be a lie. Nothing of it is kept.',
  STRATEGY_ERROR: 'Code of a plug-in threw an error, which the message quotes.',
  NOT_IMPLEMENTED: 'This is declared and not built yet; it is refused rather than left out in silence.',
  VALIDATION_FAILED: 'The input has problems: `errors` lists all of them at once, each with its path (JSON pointer), code and remedy.',
  NOT_FOUND: 'There is nothing at this address. GET /docs lists what there is.',
  RUN_NOT_FOUND: 'No run has this run_hash. It may have been deleted; posting its config again computes it.',
  RUN_PRUNED:
    'The run or sweep was computed, and retention has removed its results. Its manifest stays in the ledger; posting it again computes the same bits.',
  AMBIGUOUS_PREFIX: 'Several hashes begin like this. Give more digits.',
  RUN_PINNED: 'The run or sweep is pinned, so it cannot be deleted. DELETE its pin first.',
  PRESET_NOT_FOUND: 'No preset has this id. GET /presets lists them.',
  ARTIFACT_NOT_FOUND: 'The run or sweep has no artifact of this name; its manifest lists those it has.',
  ARTIFACT_DAMAGED:
    'A file on the disk is not what its manifest says: it was changed afterwards. It is not served. Compute the same again elsewhere to compare.',
  SWEEP_NOT_FOUND: 'No sweep has this sweep_hash. It may have been deleted; posting it again computes it.',
  UNAUTHORIZED: 'The server wants its token: Authorization: Bearer TOKEN, or the cookie of POST /session.',
  HOST_NOT_ALLOWED:
    'The request came under a name, or from a page, that this server does not serve: a protection against pages that use your browser to reach it.',
  METHOD_NOT_ALLOWED: 'The address is there, but not for this method; the Allow header lists those it takes.',
  NOT_ACCEPTABLE: 'The Accept header takes none of the types that this address answers with.',
  UNSUPPORTED_MEDIA_TYPE:
    'The body has another type, charset or compression than those taken. JSON calls take application/json, uncompressed.',
  PAYLOAD_TOO_LARGE: 'The body is larger than the limit, which the message names and an environment variable sets.',
  LIMIT_EXCEEDED: 'The request asks for more than this server does in one go; the message names the limit.',
  RATE_LIMITED: 'Too many requests or streams from one client. Wait as long as Retry-After says.',
  QUEUE_FULL: 'As many runs wait as may. Try again after Retry-After; nothing of this request was kept.',
  SHUTTING_DOWN: 'The server is stopping. What it had accepted is kept and goes on at its next start.',
  STORAGE_UNAVAILABLE:
    'The database or the artifact folder cannot be used: full, read-only, damaged or locked. GET /health/ready and the log say more.',
  INTERNAL: 'A mistake of the program. The log has more under the request_id; please report it.',
};
