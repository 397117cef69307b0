import { type Problem, quote, suggestion } from '@projecta/errors';
import type { Param, Range, TextParam } from './param.js';
import { isPlainObject, pointerKey } from './plain-object.js';

/** What is wrong with one value under its declaration, or undefined. A number given as a string is refused. */
export function checkValue(param: Param, value: unknown, path: string): Problem | undefined {
  const wrongType = (): Problem => ({ path, code: 'WRONG_TYPE', message: `must be ${hint(param)}, not ${quote(value)}.` });
  const outOfRange = (): Problem => ({ path, code: 'OUT_OF_RANGE', message: `must be ${hint(param)}, not ${quote(value)}.` });
  switch (param.type) {
    case 'int':
    case 'number':
      if (param.type === 'number' && param.word !== undefined && value === param.word) return undefined;
      if (typeof value !== 'number' || !Number.isFinite(value)) return wrongType();
      if (param.type === 'int' && !Number.isSafeInteger(value)) return wrongType();
      return within(param, value) ? undefined : outOfRange();
    case 'flag':
      return typeof value === 'boolean' ? undefined : wrongType();
    case 'text':
      return typeof value === 'string' ? checkLength(param, value, path) : wrongType();
    case 'choice':
      return typeof value === 'string' ? chosen(param.choices, value, path) : wrongType();
    case 'list':
      return Array.isArray(value) ? checkList(param.choices, value, path, wrongType) : wrongType();
    case 'grid':
      return isPlainObject(value) ? checkGrid(value, path) : wrongType();
  }
}

/** The rule in words: "a whole number from 1 to 100000". */
export function hint(param: Param): string {
  switch (param.type) {
    case 'int':
      return `a whole number${rangeInWords(param)}`;
    case 'number':
      return `a number${rangeInWords(param)}${param.word === undefined ? '' : ` or "${param.word}"`}`;
    case 'flag':
      return 'true or false';
    case 'text':
      return param.format === 'expression' ? 'an expression, as a string' : 'a string';
    case 'choice':
      return param.choices.length > 12
        ? `one of ${param.choices.length} words`
        : `one of ${param.choices.map((one) => `"${one}"`).join(', ')}`;
    case 'list':
      return 'a list of names';
    case 'grid':
      return 'an object with a list of values for each parameter';
  }
}

function checkLength({ maxLength = 4096, format }: TextParam, value: string, path: string): Problem | undefined {
  if (value.length <= maxLength) return undefined;
  const code = format === 'expression' ? 'BAD_EXPRESSION' : 'OUT_OF_RANGE';
  return { path, code, message: `is ${value.length} characters long; at most ${maxLength} are taken.` };
}

function chosen(choices: readonly string[], value: string, path: string): Problem | undefined {
  if (choices.includes(value)) return undefined;
  const listed = choices.length > 12 ? '' : ` It takes ${choices.join(', ')}.`;
  return {
    path,
    code: 'NOT_ALLOWED',
    message: `${quote(value)} is not among the choices.${suggestion(value, choices)}${listed}`,
    allowed: choices,
  };
}

function checkList(choices: readonly string[], values: readonly unknown[], path: string, wrongType: () => Problem): Problem | undefined {
  for (const [i, value] of values.entries()) {
    if (typeof value !== 'string') return { path: `${path}/${i}`, code: 'WRONG_TYPE', message: `must be a name, not ${quote(value)}.` };
    const problem = chosen(choices, value, `${path}/${i}`);
    if (problem) return problem;
    if (values.indexOf(value) < i)
      return { path: `${path}/${i}`, code: 'NOT_ALLOWED', message: `${quote(value)} stands in the list twice.` };
  }
  return values.length === 0 ? wrongType() : undefined;
}

function checkGrid(gridOf: Record<string, unknown>, path: string): Problem | undefined {
  for (const [name, values] of Object.entries(gridOf)) {
    const at = `${path}/${pointerKey(name)}`;
    if (!Array.isArray(values) || values.length === 0)
      return { path: at, code: 'WRONG_TYPE', message: `must be a list of values to try, not ${quote(values)}.` };
    const bad = values.findIndex(
      (one) => !(typeof one === 'boolean' || typeof one === 'string' || (typeof one === 'number' && Number.isFinite(one))),
    );
    if (bad >= 0)
      return { path: `${at}/${bad}`, code: 'WRONG_TYPE', message: `must be a number, a string, true or false, not ${quote(values[bad])}.` };
  }
  return undefined;
}

function within(range: Range, value: number): boolean {
  if (range.min !== undefined && value < range.min) return false;
  if (range.max !== undefined && value > range.max) return false;
  if (range.exclusiveMin !== undefined && value <= range.exclusiveMin) return false;
  return !(range.exclusiveMax !== undefined && value >= range.exclusiveMax);
}

function rangeInWords({ min, max, exclusiveMin, exclusiveMax }: Range): string {
  const low = min !== undefined ? `from ${min}` : exclusiveMin !== undefined ? `above ${exclusiveMin}` : '';
  if (max !== undefined) return low ? ` ${low} to ${max}` : ` at most ${max}`;
  if (exclusiveMax !== undefined) return low ? ` ${low} and below ${exclusiveMax}` : ` below ${exclusiveMax}`;
  return low ? ` ${low}` : '';
}
