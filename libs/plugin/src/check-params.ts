import { type Problem, quote, suggestion } from '@projecta/errors';
import { type Param, type Params, type ParamValue, type Range } from './param.js';

export interface CheckedParams {
  /** Canonical names, defaults written out, absent optional ones absent. Only meaningful when `problems` is empty. */
  readonly params: Readonly<Record<string, ParamValue>>;
  readonly problems: readonly Problem[];
}

/** Checks submitted parameters against their declaration: aliases and defaults made explicit, every problem listed with its path. */
export function checkParams(declared: Params, submitted: unknown, path: string): CheckedParams {
  const problems: Problem[] = [];
  if (!isPlainObject(submitted)) {
    return { params: {}, problems: [{ path, code: 'WRONG_TYPE', message: `must be an object of parameters, not ${quote(submitted)}.` }] };
  }
  const given = resolveAliases(declared, submitted, path, problems);
  const params: Record<string, ParamValue> = {};
  for (const [name, param] of Object.entries(declared)) {
    const entry = given.get(name);
    if (entry === undefined) {
      const fallback = absentValue(param);
      if (fallback === undefined && !isOptional(param))
        problems.push({ path: `${path}/${name}`, code: 'REQUIRED', message: `"${name}" is required: ${hint(param)}.` });
      else if (fallback !== undefined) params[name] = fallback;
      continue;
    }
    const problem = checkValue(param, entry.value, `${path}/${entry.key}`);
    if (problem) problems.push(problem);
    else params[name] = Object.is(entry.value, -0) ? 0 : (entry.value as ParamValue);
  }
  return { params, problems };
}

/** Whether a value is an object literal: the only kind of object JSON has. */
export function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype || Object.getPrototypeOf(prototype) === null;
}

/** JSON-pointer escape of one key. */
export function pointerKey(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}

interface Given {
  readonly key: string;
  readonly value: unknown;
}

function resolveAliases(declared: Params, submitted: Record<string, unknown>, path: string, problems: Problem[]): Map<string, Given> {
  const canonical = new Map<string, string>();
  for (const [name, param] of Object.entries(declared)) {
    canonical.set(name, name);
    for (const alias of param.aliases ?? []) if (!Object.hasOwn(declared, alias)) canonical.set(alias, name);
  }
  const given = new Map<string, Given>();
  for (const key of Object.keys(submitted)) {
    const name = canonical.get(key);
    const value = submitted[key];
    if (name === undefined) {
      const allowed = Object.keys(declared);
      const known = allowed.length > 0 ? ` It takes ${allowed.join(', ')}.` : ' It takes none.';
      problems.push({
        path: `${path}/${pointerKey(key)}`,
        code: 'UNKNOWN_KEY',
        message: `there is no parameter ${quote(key)}.${suggestion(key, [...canonical.keys()])}${known}`,
        allowed,
      });
    } else if (value !== undefined) {
      const before = given.get(name);
      if (before)
        problems.push({
          path: `${path}/${pointerKey(key)}`,
          code: 'ALIAS_CONFLICT',
          message: `"${before.key}" and "${key}" are the same parameter; give one of them.`,
        });
      else given.set(name, { key, value });
    }
  }
  return given;
}

function absentValue(param: Param): ParamValue {
  return param.default;
}

function isOptional(param: Param): boolean {
  return param.type === 'text' && param.optional === true;
}

function checkValue(param: Param, value: unknown, path: string): Problem | undefined {
  const wrongType = (): Problem => ({ path, code: 'WRONG_TYPE', message: `must be ${hint(param)}, not ${quote(value)}.` });
  switch (param.type) {
    case 'int':
    case 'number':
      if (typeof value !== 'number' || !Number.isFinite(value)) return wrongType();
      if (param.type === 'int' && !Number.isSafeInteger(value)) return wrongType();
      if (!within(param, value)) return { path, code: 'OUT_OF_RANGE', message: `must be ${hint(param)}, not ${quote(value)}.` };
      return undefined;
    case 'flag':
      return typeof value === 'boolean' ? undefined : wrongType();
    case 'text':
      if (typeof value !== 'string') return wrongType();
      if (value.length > (param.maxLength ?? 4096))
        return { path, code: 'OUT_OF_RANGE', message: `is ${value.length} characters long; at most ${param.maxLength ?? 4096} are taken.` };
      return undefined;
    case 'choice':
      if (typeof value !== 'string') return wrongType();
      if (!param.choices.includes(value)) {
        return {
          path,
          code: 'NOT_ALLOWED',
          message: `must be ${hint(param)}, not ${quote(value)}.${suggestion(value, param.choices)}`,
          allowed: param.choices,
        };
      }
      return undefined;
  }
}

function within(range: Range, value: number): boolean {
  if (range.min !== undefined && value < range.min) return false;
  if (range.max !== undefined && value > range.max) return false;
  if (range.exclusiveMin !== undefined && value <= range.exclusiveMin) return false;
  return !(range.exclusiveMax !== undefined && value >= range.exclusiveMax);
}

/** The rule in words: "a whole number from 1 to 100000". */
function hint(param: Param): string {
  switch (param.type) {
    case 'int':
      return `a whole number${rangeInWords(param)}`;
    case 'number':
      return `a number${rangeInWords(param)}`;
    case 'flag':
      return 'true or false';
    case 'text':
      return 'a string';
    case 'choice':
      return `one of ${param.choices.map((one) => `"${one}"`).join(', ')}`;
  }
}

function rangeInWords({ min, max, exclusiveMin, exclusiveMax }: Range): string {
  const low = min !== undefined ? `from ${min}` : exclusiveMin !== undefined ? `above ${exclusiveMin}` : '';
  const high =
    max !== undefined
      ? `${low ? ' ' : ''}${low ? 'to' : 'at most'} ${max}`
      : exclusiveMax !== undefined
        ? `${low ? ' and ' : ''}below ${exclusiveMax}`
        : '';
  return low || high ? ` ${low}${high}` : '';
}
