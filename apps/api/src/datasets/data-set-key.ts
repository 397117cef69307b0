import type { Timeframe } from '@projecta/candles';
import { symbolProblem } from '@projecta/engine';
import { type Problem, ProjectaError, ValidationFailed } from '@projecta/errors';

/** The symbol that makes its own candles. */
export const BUILT_IN = 'TEST';

/** What an address names: a symbol, and one of its data sets where there are several. */
export interface DataSetKey {
  readonly symbol: string;
  readonly timeframe: Timeframe | undefined;
}

/** The symbol of a path, which comes decoded. Throws VALIDATION_FAILED. */
export function pathSymbol(symbol: string): string {
  const problem = symbolProblem(symbol, '/symbol');
  if (!problem) return symbol;
  const hint = 'In an address / is written %2F and : %3A.';
  throw new ValidationFailed([{ ...problem, message: `symbol ${problem.message} ${hint}` }], 'The address');
}

/**
 * Of what a symbol has, the one that is meant: that of the timeframe, or the only one.
 * Throws DATA_NOT_FOUND, and VALIDATION_FAILED where there are several to choose from.
 */
export function chosenDataSet<T extends { readonly timeframe: Timeframe }>({ symbol, timeframe }: DataSetKey, present: readonly T[]): T {
  const has = present.map((one) => one.timeframe).join(', ');
  const found = timeframe === undefined ? present[0] : present.find((one) => one.timeframe === timeframe);
  if (!found) {
    const what = timeframe === undefined ? symbol : `${symbol} at ${timeframe}`;
    const instead = present.length > 0 ? ` There is ${symbol} at ${has}.` : ' GET /datasets lists what there is.';
    throw new ProjectaError('DATA_NOT_FOUND', `There is no data set ${what}.${instead}`);
  }
  if (timeframe !== undefined || present.length === 1) return found;
  throw new ValidationFailed([severalProblem(symbol, present)], 'The query');
}

function severalProblem(symbol: string, present: readonly { readonly timeframe: Timeframe }[]): Problem {
  const allowed = present.map((one) => one.timeframe);
  const message = `timeframe is required: there is ${symbol} at ${allowed.join(', ')}. Say which.`;
  return { path: '/timeframe', code: 'REQUIRED', message, allowed };
}
