import { type Problem, quote } from '@projecta/errors';
import { checkValue, type Param } from '@projecta/plugin';
import { decimalSteps } from './decimal-steps.js';
import type { SweepValue } from './sweep-config.js';

/** The values of an axis, or what is wrong with them. */
export interface AxisValues {
  readonly values: readonly SweepValue[];
  readonly problems: readonly Problem[];
}

export interface ValuesRule {
  readonly path: string;
  /** How the target is declared, where that is known. */
  readonly param?: Param | undefined;
  /** Most values an axis may have. */
  readonly most: number;
}

/**
 * A list of values, or `a:b:step` written out. Values of a wrong kind can never run and are problems;
 * one that is only out of range is left to its trials, which are skipped and counted.
 */
export function axisValues(given: unknown, rule: ValuesRule): AxisValues {
  const { path, most } = rule;
  const problem = (code: Problem['code'], message: string): AxisValues => ({ values: [], problems: [{ path, code, message }] });
  if (typeof given === 'string') return ofRange(given, rule);
  if (!Array.isArray(given) || given.length === 0)
    return problem('WRONG_TYPE', `must be a list of values to try, or a range such as "5:50:5", not ${quote(given)}.`);
  if (given.length > most) return problem('LIMIT_EXCEEDED', `has ${given.length} values; at most ${most} are tried.`);
  const values = given.map((one: unknown) => (Object.is(one, -0) ? 0 : one)) as SweepValue[];
  const problems = values.flatMap((value, i) => valueProblem(values, i, rule) ?? wrongKind(value, `${path}/${i}`, rule.param));
  return { values, problems };
}

function ofRange(text: string, { path, param, most }: ValuesRule): AxisValues {
  const problem = (code: Problem['code'], message: string): AxisValues => ({ values: [], problems: [{ path, code, message }] });
  const [a, b, step, ...more] = text.split(':');
  const steps = step === undefined || more.length > 0 ? undefined : decimalSteps(a!, b!, step);
  if (steps === undefined) return problem('WRONG_TYPE', `must be a list of values or a range "a:b:step" of numbers, not ${quote(text)}.`);
  if (steps.count === 0) return problem('OUT_OF_RANGE', `goes up from a to b by a step above 0; ${quote(text)} has no values.`);
  if (steps.count > most) return problem('LIMIT_EXCEEDED', `${quote(text)} has ${steps.count} values; at most ${most} are tried.`);
  const values = Array.from({ length: steps.count }, (_, i) => steps.value(i));
  const wrong = values.flatMap((value) => wrongKind(value, path, param)).slice(0, 1);
  return { values, problems: wrong };
}

function valueProblem(values: readonly SweepValue[], i: number, { path }: ValuesRule): Problem | undefined {
  const value: unknown = values[i];
  const at = `${path}/${i}`;
  if (!['number', 'boolean', 'string'].includes(typeof value))
    return { path: at, code: 'WRONG_TYPE', message: `must be a number, a string, true or false, not ${quote(value)}.` };
  if (values.indexOf(values[i]!) === i) return undefined;
  return { path: at, code: 'NOT_ALLOWED', message: `${quote(value)} stands in the list twice.` };
}

function wrongKind(value: SweepValue, path: string, param: Param | undefined): Problem[] {
  const problem = param && checkValue(param, value, path);
  return problem && problem.code !== 'OUT_OF_RANGE' ? [problem] : [];
}
