import { ProjectaError, type Problem } from '@projecta/errors';
import { candleProblems, namedProblems } from './candle-problems.js';
import type { Candles } from './candles.js';

const REQUIRED = ['ts', 'open', 'high', 'low', 'close'] as const;
const OPTIONAL = ['volume', 'vwap'] as const;

/**
 * Refuses candles that break a rule: times are integers below 2^53 (negative before 1970) and strictly increase, everything is finite, prices > 0,
 * low <= min(open, close), high >= max(open, close), volume >= 0. A vwap is only held to be a price: vendors round it, so it may leave [low, high].
 * Throws DATA_INVALID; its message and `errors` (at most 20, all counted) name source, row (the first is 1), column and value. Nothing is repaired.
 */
export function checkCandles(candles: Candles, source: string): void {
  const shape = shapeProblems(candles, source);
  if (shape.length > 0) throw dataInvalid(shape, shape.length);
  const { listed, total } = candleProblems(candles);
  if (total === 0) return;
  throw dataInvalid(
    namedProblems(listed, source, (t) => ({ text: `row ${t + 1}`, pointer: `/rows/${t + 1}` })),
    total,
  );
}

/** DATA_INVALID whose message is the first problem and the number of the others. */
export function dataInvalid(listed: readonly Problem[], total: number): ProjectaError {
  const others = total - 1;
  const more = others === 0 ? '' : ` (and ${others} more problem${others === 1 ? '' : 's'})`;
  return new ProjectaError('DATA_INVALID', `${listed[0]!.message}${more}`, listed);
}

function shapeProblems(candles: Candles, source: string): Problem[] {
  const problem = (column: string, text: string): Problem => ({
    path: `/${column}`,
    code: 'DATA_INVALID',
    message: `${source}: column ${column}: ${text}`,
  });
  const present = [...REQUIRED, ...OPTIONAL.filter((column) => candles[column] !== undefined)];
  const wrong = present.filter((column) => !isFloat64Array(candles[column]));
  if (wrong.length > 0)
    return wrong.map((column) => problem(column, candles[column] === undefined ? 'is missing.' : 'is not a Float64Array.'));
  const n = candles.ts.length;
  if (n === 0) return [problem('ts', 'there is no bar; at least one is needed.')];
  return present
    .filter((column) => candles[column]!.length !== n)
    .map((column) => problem(column, `has ${candles[column]!.length} rows, ts has ${n}.`));
}

/** By tag, not instanceof: arrays from another realm (a frame, a worker's test harness) are as good. */
function isFloat64Array(value: unknown): boolean {
  return Object.prototype.toString.call(value) === '[object Float64Array]';
}
