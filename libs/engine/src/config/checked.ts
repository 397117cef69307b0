import type { Problem } from '@projecta/errors';
import { ValidateBy, ValidateIf } from 'class-validator';
import type { ProblemOf } from './problems.js';

/** What a `@Checked` or `@Fits` decorator leaves on a validation error, so that its problems can be read off. */
export interface CheckContext {
  readonly problemOf: ProblemOf;
}

/** Checks a field by a rule of ours, so that class-validator's errors carry our codes and paths. A required field may not be absent. */
export function Checked(problemOf: ProblemOf, { required = false } = {}): PropertyDecorator {
  const rule: ProblemOf = (value, path) => (value === undefined ? missing(problemOf, path) : problemOf(value, path));
  const context: CheckContext = { problemOf: rule };
  const check = ValidateBy(
    { name: 'checked', validator: { validate: (value: unknown) => rule(value, '') === undefined } },
    { context, message: 'does not fit' },
  ); // without a message the library drops the context
  const ifGiven = ValidateIf((_, value) => value !== undefined);
  return (target, key) => {
    check(target, key);
    if (!required) ifGiven(target, key);
  };
}

/** The rule says what an absent value should have been. */
function missing(problemOf: ProblemOf, path: string): Problem {
  return { path, code: 'REQUIRED', message: `is required: it ${problemOf(undefined, path)?.message ?? 'has no default.'}` };
}
