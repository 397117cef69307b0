import { quote } from '@projecta/errors';
import { BadExpression } from './bad-expression.js';

/** The smallest parts of an expression; `and`, `or` and `not` are symbols like `+`. */
export interface Token {
  readonly kind: 'number' | 'name' | 'symbol' | 'end';
  readonly text: string;
  /** Where it begins in the text, counted from 1. */
  readonly column: number;
}

const SPACE = /[ \t\r\n]+/y;
const NUMBER = /(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?/y;
const NAME = /[A-Za-z_]\w*/y;
const SYMBOL = /[<>=!]=|[-+*/<>()[\],.]/y;
const WORDS: ReadonlySet<string> = new Set(['and', 'or', 'not']);

/** What people write who come from another language, and how it is written here. Longer ones first. */
const ELSEWHERE: readonly (readonly [string, string])[] = [
  ['&&', 'Write "and".'],
  ['||', 'Write "or".'],
  ['&', 'Write "and".'],
  ['|', 'Write "or".'],
  ['!', 'Write "not", or "!=" for unequal.'],
  ['=', 'Write "==" to compare; arguments have no names and go by their order.'],
  ['≤', 'Write "<=".'],
  ['≥', 'Write ">=".'],
  ['≠', 'Write "!=".'],
  ['−', 'Write "-".'],
  ['–', 'Write "-".'],
  ['×', 'Write "*".'],
  ['÷', 'Write "/".'],
  ['**', 'There is no power; write x * x.'],
  ['^', 'There is no power; write x * x.'],
  ['{', 'Write "(".'],
  ['}', 'Write ")".'],
  [';', 'Arguments are separated by ",".'],
];

/**
 * The tokens of an expression, an `end` behind the last.
 * @throws BadExpression at the first character that belongs to none
 */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  const match = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    return pattern.exec(text)?.[0];
  };
  for (;;) {
    at += match(SPACE)?.length ?? 0;
    const column = at + 1;
    if (at >= text.length) return [...tokens, { kind: 'end', text: '', column }];
    const number = match(NUMBER);
    const name = number === undefined ? match(NAME) : undefined;
    const found = number ?? name ?? (text.startsWith('**', at) ? undefined : match(SYMBOL));
    if (found === undefined) throw strange(text, at);
    at += found.length;
    if (number !== undefined) checkNumber(number, match(/[\w.]+/y) ?? '', column);
    const kind = number !== undefined ? 'number' : name !== undefined && !WORDS.has(name) ? 'name' : 'symbol';
    tokens.push({ kind, text: found, column });
  }
}

function checkNumber(number: string, rest: string, column: number): void {
  if (rest !== '') throw new BadExpression(column, `${quote(number + rest)} is not a number, such as 14, 0.5 or 1e-3, nor a name.`);
  if (!Number.isFinite(Number(number))) throw new BadExpression(column, `${quote(number)} is too large for a number.`);
}

function strange(text: string, at: number): BadExpression {
  const known = ELSEWHERE.find(([symbol]) => text.startsWith(symbol, at));
  const found = known?.[0] ?? String.fromCodePoint(text.codePointAt(at)!);
  return new BadExpression(at + 1, `${quote(found)} has no meaning in an expression.${known ? ` ${known[1]}` : ''}`);
}
