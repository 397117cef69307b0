import { type Problem, quote } from '@projecta/errors';
import { isPlainObject, pointerKey } from '@projecta/plugin';

const MAX_DEPTH = 32;
const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype']);

/** What makes a value unfit to be read as JSON at all: it came from code, or from a parser that let it through. */
export function guardInput(value: unknown, path = '', depth = 0): Problem[] {
  if (depth > MAX_DEPTH) return [{ path, code: 'LIMIT_EXCEEDED', message: `is nested deeper than ${MAX_DEPTH} levels.` }];
  if (value === null || value === undefined || typeof value === 'boolean') return [];
  if (typeof value === 'number')
    return Number.isFinite(value) ? [] : [{ path, code: 'WRONG_TYPE', message: `must be a finite number, not ${quote(value)}.` }];
  if (typeof value === 'string') {
    return !/\p{Surrogate}/u.test(value)
      ? []
      : [{ path, code: 'WRONG_TYPE', message: 'has half of a surrogate pair: it is not well-formed text.' }];
  }
  if (Array.isArray(value)) return value.flatMap((one, i) => guardInput(one, `${path}/${i}`, depth + 1));
  if (!isPlainObject(value)) return [{ path, code: 'WRONG_TYPE', message: `must be plain JSON, not ${quote(value)}.` }];
  return Object.keys(value).flatMap((key) => {
    const at = `${path}/${pointerKey(key)}`;
    if (FORBIDDEN.has(key)) return [{ path: at, code: 'NOT_ALLOWED' as const, message: `the key ${quote(key)} is never allowed.` }];
    return guardInput(value[key], at, depth + 1);
  });
}
