import { ProjectaError, quote, type ErrorCode, type Problem } from '@projecta/errors';
import { jsonPointer } from './json-pointer.js';
import type { JsonValue } from './json-value.js';

export interface JsonLimits {
  /** Containers inside containers, 1–1,000; 64 when left out. */
  readonly maxDepth?: number;
}

const NUMBER = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
const WORD = /[-+]?[A-Za-z_$][\w$]*/y;
/** With the u flag a surrogate in a pair is part of its code point, so this finds lone ones only. */
const LONE_SURROGATE = /\p{Surrogate}/u;
const MOST_PROBLEMS = 50;

/**
 * The value of a JSON text (RFC 8259), read strictly: what JSON.parse would change or drop in silence is refused.
 * Refused: duplicate keys, `__proto__`, integers beyond ±(2^53 − 1), numbers too large for a double, lone surrogates, too deep nesting.
 * A ProjectaError carries every problem with its JSON pointer and line:column; a malformed text stops at the first. A byte order mark is skipped.
 */
export function parseJson(text: string, { maxDepth = 64 }: JsonLimits = {}): JsonValue {
  if (!(maxDepth >= 1 && maxDepth <= 1_000)) throw new ProjectaError('OUT_OF_RANGE', `maxDepth is ${quote(maxDepth)}; it must be 1–1,000.`);
  const steps: (string | number)[] = [];
  const problems: Problem[] = [];
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;

  const lone = text.search(LONE_SURROGATE);
  if (lone >= 0) throw stop('MALFORMED_JSON', 'half of a surrogate pair; the text is not Unicode', lone);
  const value = readValue();
  if (skipSpace() < text.length) throw unexpected('the end of the text');
  if (problems.length > 0) throw refusal(problems);
  return value;

  function readValue(): JsonValue {
    skipSpace();
    const first = text[at];
    if (first === '{') return nested(readObject);
    if (first === '[') return nested(readArray);
    if (first === '"') return readString();
    for (const [word, value] of LITERALS) if (text.startsWith(word, at)) return take(word, value);
    return readNumber();
  }

  function nested<T>(read: () => T): T {
    if (steps.length >= maxDepth) throw stop('LIMIT_EXCEEDED', `nesting is deeper than ${maxDepth}`, at);
    at++;
    return read();
  }

  function readObject(): JsonValue {
    const object: Record<string, JsonValue> = {};
    if (taken('}')) return object;
    do {
      if (text[skipSpace()] !== '"') throw unexpected('a key in double quotes');
      const start = at;
      const key = readString();
      steps.push(key);
      if (key === '__proto__') note('NOT_ALLOWED', 'the key "__proto__" is refused; rename it', start);
      else if (Object.hasOwn(object, key)) note('DUPLICATE_KEY', `the key ${quote(key)} is there twice; keep one`, start);
      if (!taken(':')) throw unexpected('":" after the key');
      const value = readValue();
      if (key !== '__proto__') object[key] = value;
      steps.pop();
    } while (taken(','));
    if (!taken('}')) throw unexpected('"," or "}"');
    return object;
  }

  function readArray(): JsonValue {
    const array: JsonValue[] = [];
    if (taken(']')) return array;
    do {
      steps.push(array.length);
      array.push(readValue());
      steps.pop();
    } while (taken(','));
    if (!taken(']')) throw unexpected('"," or "]"');
    return array;
  }

  function readString(): string {
    const start = at++;
    let escaped = false;
    for (; text[at] !== '"'; at++) {
      if (at >= text.length) throw stop('MALFORMED_JSON', 'the string that begins here has no closing quote', start);
      if (text.charCodeAt(at) < 0x20) throw stop('MALFORMED_JSON', 'a control character in a string; write \\n, \\t or \\u00XX', at);
      if (text[at] !== '\\') continue;
      const escape = match(ESCAPE);
      if (escape === undefined)
        throw stop('MALFORMED_JSON', `${quote(text.slice(at, at + 2))} is no escape; a backslash itself is \\\\`, at);
      escaped = true;
      at += escape.length - 1;
    }
    at++;
    if (!escaped) return text.slice(start + 1, at - 1);
    const value = JSON.parse(text.slice(start, at)) as string;
    if (LONE_SURROGATE.test(value)) throw stop('MALFORMED_JSON', 'half of a surrogate pair by \\u in this string', start);
    return value;
  }

  function readNumber(): JsonValue {
    const token = match(NUMBER);
    const after = token === undefined ? undefined : text[at + token.length];
    if (token === undefined || (after !== undefined && /[\w.+-]/.test(after))) throw unexpected('a value');
    const value = Number(token);
    if (!Number.isFinite(value)) note('NUMBER_NOT_EXACT', `${shorten(token)} is too large for a double`, at);
    else if (Math.abs(value) > Number.MAX_SAFE_INTEGER) {
      note('NUMBER_NOT_EXACT', `${shorten(token)} is beyond ±(2^53 − 1), where integers are no longer exact`, at);
    }
    at += token.length;
    return value;
  }

  function match(pattern: RegExp): string | undefined {
    pattern.lastIndex = at;
    return pattern.exec(text)?.[0];
  }

  function take(word: string, value: JsonValue): JsonValue {
    at += word.length;
    if (/[\w$]/.test(text[at] ?? '')) {
      at -= word.length;
      throw unexpected('a value');
    }
    return value;
  }

  function taken(mark: string): boolean {
    const isThere = text[skipSpace()] === mark;
    if (isThere) at++;
    return isThere;
  }

  function skipSpace(): number {
    while (text[at] === ' ' || text[at] === '\n' || text[at] === '\r' || text[at] === '\t') at++;
    return at;
  }

  function unexpected(expected: string): ProjectaError {
    const found = match(WORD) ?? String.fromCodePoint(...(at < text.length ? [text.codePointAt(at)!] : []));
    return stop('MALFORMED_JSON', `expected ${expected}, found ${found === '' ? 'the end of the text' : quote(found)}${hint(found)}`, at);
  }

  function note(code: ErrorCode, what: string, where: number): void {
    if (problems.length < MOST_PROBLEMS) problems.push(problem(code, what, where));
  }

  function stop(code: ErrorCode, what: string, where: number): ProjectaError {
    return refusal([...problems, problem(code, what, where)], code);
  }

  function problem(code: ErrorCode, what: string, where: number): Problem {
    return { path: jsonPointer(steps), code, message: `${lineAndColumn(text, where)}: ${what}.` };
  }
}

const LITERALS: readonly (readonly [string, JsonValue])[] = [
  ['true', true],
  ['false', false],
  ['null', null],
];

function refusal(problems: readonly Problem[], code?: ErrorCode): ProjectaError {
  const main = problems.find((one) => one.code === code) ?? problems[0]!;
  const more = problems.length > 1 ? ` (${problems.length} problems in all.)` : '';
  return new ProjectaError(main.code, `JSON ${main.message}${more}`, problems);
}

function hint(found: string): string {
  if (/^[-+]?(NaN|Infinity|inf|nan)$/.test(found)) return ': JSON has no NaN or Infinity; leave the key out or write null';
  if (/^(True|False|None|undefined)$/.test(found)) return ': JSON has true, false and null';
  if (found === "'") return ': strings and keys stand in double quotes';
  if (found === '/' || found === '#') return ': JSON has no comments';
  if (found === '}' || found === ']') return ': is there a comma too many before it?';
  return '';
}

function shorten(token: string): string {
  return token.length > 40 ? `${token.slice(0, 37)}…` : token;
}

/** `line 3, column 14`, both from 1; a byte order mark is no column. */
function lineAndColumn(text: string, at: number): string {
  const lines = text.slice(text.charCodeAt(0) === 0xfeff ? 1 : 0, at).split(/\r\n|\n|\r/);
  return `line ${lines.length}, column ${lines.at(-1)!.length + 1}`;
}
