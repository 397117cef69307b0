import { type Catalogue, catalogueOf, dtoProblems, guardInput } from '@projecta/engine';
import { type Problem, quote, ValidationFailed } from '@projecta/errors';
import type { JsonValue } from '@projecta/hashing';
import { plainToInstance } from 'class-transformer';

export interface CheckOptions {
  /** Begins the message: "The preset has 2 problems." */
  readonly what?: string;
  /** What plug-ins of the body are looked up in; default the built-in ones. */
  readonly catalogue?: Catalogue;
}

/**
 * A JSON body as its class, whose fields carry `@Checked`, `@Nested`, … of the engine.
 * @throws ValidationFailed with every problem at once, each with its JSON pointer; unknown keys are problems, too
 */
export function checkedBody<Body extends object>(Dto: new () => Body, value: JsonValue, options: CheckOptions = {}): Body {
  const { what = 'The body', catalogue = catalogueOf() } = options;
  const guarded = guardInput(value);
  if (guarded.length > 0 || !isObject(value)) throw new ValidationFailed(guarded.length > 0 ? guarded : [noObject(value)], what);
  const body = plainToInstance(Dto, value);
  const problems = dtoProblems(body, catalogue);
  if (problems.length > 0) throw new ValidationFailed(problems, what);
  return body;
}

function isObject(value: JsonValue): value is { [key: string]: JsonValue } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function noObject(value: JsonValue): Problem {
  return { path: '', code: 'WRONG_TYPE', message: `must be a JSON object, not ${quote(value)}.` };
}
