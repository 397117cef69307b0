import { parseInstant, type Timeframe } from '@projecta/candles';
import { type ProblemOf, instantProblem, symbolProblem, timeframeProblem } from '@projecta/engine';
import { type QueryRefusal, type QueryRule, refusal, single } from './query.js';

/** A symbol, under the rule of a RunConfig's. */
export function symbolParameter(): QueryRule<string | undefined> {
  return single<string | undefined>(undefined, (value) => refused(symbolProblem, value) ?? value);
}

/** A timeframe, under the rule of a RunConfig's. */
export function timeframeParameter(): QueryRule<Timeframe | undefined> {
  return single<Timeframe | undefined>(undefined, (value) => refused(timeframeProblem, value) ?? (value as Timeframe));
}

/** A day, an instant with a zone, or epoch ms, as epoch ms. */
export function instantParameter(): QueryRule<number | undefined> {
  return single<number | undefined>(undefined, (value) => {
    const written = /^-?\d{1,16}$/.test(value) ? Number(value) : value;
    return refused(instantProblem, written) ?? parseInstant(written, '');
  });
}

/** A parameter that may not be left out. */
export function required<Value>(rule: QueryRule<Value | undefined>, what: string): QueryRule<Value> {
  const missing: unknown = refusal('REQUIRED', `is required: ${what}.`);
  return { ...(rule as QueryRule<Value>), otherwise: missing as Value };
}

function refused(problemOf: ProblemOf, value: unknown): QueryRefusal | undefined {
  const problem = problemOf(value, '');
  return problem && refusal(problem.code, problem.message, problem.allowed);
}
