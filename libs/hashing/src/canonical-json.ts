import { ProjectaError, quote, type ErrorCode } from '@projecta/errors';
import { jsonPointer } from './json-pointer.js';

const MAX_DEPTH = 1_000;
/** With the u flag a surrogate in a pair is part of its code point, so this finds lone ones only. */
const LONE_SURROGATE = /\p{Surrogate}/u;

type Steps = (string | number)[];

/**
 * The one text of a JSON value: RFC 8785 (JCS), keys by UTF-16 units, numbers as ECMAScript writes them, −0 as 0.
 * Takes null, booleans, finite numbers, well-formed strings, arrays and plain objects of these, at most 1,000 deep.
 * Anything else, `undefined` included, is a ProjectaError that names its JSON pointer: nothing is dropped or turned into something else.
 */
export function canonicalJson(value: unknown): string {
  return write(value, [], []);
}

function write(value: unknown, steps: Steps, above: object[]): string {
  if (value === null || value === true || value === false) return String(value);
  if (typeof value === 'string') return writeString(value, steps);
  if (typeof value === 'number') return writeNumber(value, steps);
  if (typeof value === 'object') return writeContainer(value, steps, above);
  return refuse('WRONG_TYPE', `${typeof value === 'symbol' ? 'a symbol' : quote(value)} is not JSON`, steps);
}

function writeNumber(value: number, steps: Steps): string {
  if (!Number.isFinite(value))
    return refuse('NUMBER_NOT_EXACT', `${value} has no JSON form; use null for a value that does not exist`, steps);
  return String(value);
}

function writeString(value: string, steps: Steps): string {
  if (LONE_SURROGATE.test(value)) return refuse('MALFORMED_JSON', `${quote(value)} has half of a surrogate pair`, steps);
  return JSON.stringify(value);
}

function writeContainer(value: object, steps: Steps, above: object[]): string {
  if (above.includes(value)) return refuse('NOT_ALLOWED', 'the value contains itself', steps);
  if (above.length >= MAX_DEPTH) return refuse('LIMIT_EXCEEDED', `nesting is deeper than ${MAX_DEPTH}`, steps);
  above.push(value);
  const text = Array.isArray(value) ? writeArray(value, steps, above) : writeObject(value, steps, above);
  above.pop();
  return text;
}

function writeArray(value: readonly unknown[], steps: Steps, above: object[]): string {
  const items: string[] = [];
  for (let i = 0; i < value.length; i++) items.push(at(i, value[i], steps, above));
  return `[${items.join(',')}]`;
}

function writeObject(value: object, steps: Steps, above: object[]): string {
  if (!isPlain(value)) return refuse('WRONG_TYPE', `${nameOf(value)} is not JSON; pass a plain object or array`, steps);
  if (Object.getOwnPropertySymbols(value).length > 0) return refuse('WRONG_TYPE', 'an object with a symbol as key is not JSON', steps);
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  const texts = members.map(([key, member]) => {
    if (key === '__proto__') return refuse('NOT_ALLOWED', 'the key "__proto__" is refused', steps);
    return `${writeString(key, steps)}:${at(key, member, steps, above)}`;
  });
  return `{${texts.join(',')}}`;
}

function at(step: string | number, value: unknown, steps: Steps, above: object[]): string {
  steps.push(step);
  const text = write(value, steps, above);
  steps.pop();
  return text;
}

/** A literal's or JSON.parse's object, of any realm: no prototype, or one that is an Object.prototype. */
function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype === null) return true;
  return Object.getPrototypeOf(prototype) === null && Object.hasOwn(prototype as object, 'isPrototypeOf');
}

function nameOf(value: object): string {
  const name: unknown = value.constructor?.name;
  return typeof name === 'string' && name !== '' ? `an instance of ${name}` : 'an object with a prototype of its own';
}

function refuse(code: ErrorCode, what: string, steps: Steps): never {
  const path = jsonPointer(steps);
  const message = `No canonical JSON: at ${path === '' ? 'the top' : path}, ${what}.`;
  throw new ProjectaError(code, message, [{ path, code, message }]);
}
