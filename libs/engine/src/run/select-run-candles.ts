import { type Candles, checkCandles, parseInstant, selectCandles, testCandles, type Timeframe } from '@projecta/candles';
import { type ErrorCode, ProjectaError } from '@projecta/errors';
import type { NormalizedRunConfig } from '../config/normalized-run-config.js';

/** The built-in synthetic data set. */
export const TEST_SYMBOL = 'TEST';

/**
 * The bars a run sees: the given candles checked, resampled as a whole and sliced to [start, end); TEST makes its own.
 * @throws ProjectaError DATA_NOT_FOUND, DATA_INVALID, TIMEFRAME_TOO_FINE, TOO_FEW_BARS
 */
export function selectRunCandles(
  config: NormalizedRunConfig,
  given: Candles | undefined,
  warmup: number,
): { candles: Candles; gaps: number } {
  const timeframe = config.timeframe as Timeframe;
  const start = parseInstant(config.start, '/start');
  const end = parseInstant(config.end, '/end');
  const selected = given
    ? selectGiven(given, config.symbol, { timeframe, start, end })
    : { candles: builtIn(config, { timeframe, start, end }), gaps: 0 };
  const bars = selected.candles.ts.length;
  if (bars < warmup + 2) {
    const has = `${config.symbol} ${timeframe} has ${bars} bar${bars === 1 ? '' : 's'} from ${config.start} to ${config.end}`;
    const needs = `${config.strategy.name} needs at least ${warmup + 2} (its warm-up of ${warmup} + 2)`;
    throw refusal('TOO_FEW_BARS', '/end', `${has}, and ${needs}. Widen the span or shorten the windows.`);
  }
  return selected;
}

interface Span {
  readonly timeframe: Timeframe;
  readonly start: number;
  readonly end: number;
}

function selectGiven(given: Candles, symbol: string, span: Span): { candles: Candles; gaps: number } {
  checkCandles(given, symbol);
  return selectCandles(given, span);
}

function builtIn({ symbol }: NormalizedRunConfig, { timeframe, start, end }: Span): Candles {
  if (symbol === TEST_SYMBOL) return testCandles(timeframe, start, end);
  throw refusal('DATA_NOT_FOUND', '/symbol', `There are no candles for ${symbol}. Pass them, or use the built-in symbol ${TEST_SYMBOL}.`);
}

function refusal(code: ErrorCode, path: string, message: string): ProjectaError {
  return new ProjectaError(code, message, [{ path, code, message }]);
}
