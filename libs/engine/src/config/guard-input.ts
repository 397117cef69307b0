import { type Problem, quote } from '@projecta/errors';
import { isPlainObject, pointerKey } from '@projecta/plugin';

const MAX_DEPTH = 32;

/** Keys that every object answers to by inheritance, and `prototype`: no config means them, and code that looks them up is misled. */
const FORBIDDEN: ReadonlySet<string> = new Set([...Object.getOwnPropertyNames(Object.prototype), 'prototype']);
const LONE_SURROGATE = /\p{Surrogate}/u;

/** What makes a value unfit to be read as JSON at all: it came from code, or from a parser that let it through. */
export function guardInput(value: unknown, path = '', depth = 0): Problem[] {
  if (depth > MAX_DEPTH) return [{ path, code: 'LIMIT_EXCEEDED', message: `is nested deeper than ${MAX_DEPTH} levels.` }];
  if (value === null || value === undefined || typeof value === 'boolean') return [];
  if (typeof value === 'number')
    return Number.isFinite(value) ? [] : [{ path, code: 'WRONG_TYPE', message: `must be a finite number, not ${quote(value)}.` }];
  if (typeof value === 'string') return LONE_SURROGATE.test(value) ? [malformed(value, path)] : [];
  if (Array.isArray(value)) return Array.from(value).flatMap((one, i) => guardItem(one, `${path}/${i}`, depth + 1));
  if (!isPlainObject(value)) return [{ path, code: 'WRONG_TYPE', message: `must be plain JSON, not ${quote(value)}.` }];
  return Object.keys(value).flatMap((key) => {
    const at = `${path}/${pointerKey(key)}`;
    if (FORBIDDEN.has(key))
      return [{ path: at, code: 'NOT_ALLOWED' as const, message: `the key ${quote(key)} is never allowed; leave it out.` }];
    if (LONE_SURROGATE.test(key)) return [malformed(key, at)];
    return guardInput(value[key], at, depth + 1);
  });
}

/** Lists hold objects and plain values: a hole, or a list in a list, is never part of a config. */
function guardItem(value: unknown, path: string, depth: number): Problem[] {
  if (value !== undefined && !Array.isArray(value)) return guardInput(value, path, depth);
  return [{ path, code: 'WRONG_TYPE', message: `must be an object or a plain value, not ${quote(value)}.` }];
}

function malformed(text: string, path: string): Problem {
  return {
    path,
    code: 'WRONG_TYPE',
    message: `has half of a surrogate pair, which is not well-formed text: ${quote(text)}. Take it out or write the whole pair.`,
  };
}
