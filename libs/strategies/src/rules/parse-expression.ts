import { quote, suggestion } from '@projecta/errors';
import { BadExpression } from './bad-expression.js';
import { type Token, tokenize } from './tokens.js';

export type Comparison = '<' | '<=' | '>' | '>=' | '==' | '!=';
export type BinaryOperator = Comparison | '+' | '-' | '*' | '/' | 'and' | 'or';

/** One part of an expression; others are meant by their index in the tree. `column` is what an error points at, `start` its first character. */
export type SyntaxNode = { readonly column: number; readonly start: number } & (
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly number[] }
  | { readonly kind: 'output'; readonly of: number; readonly output: string }
  | { readonly kind: 'ago'; readonly of: number; readonly bars: number }
  | { readonly kind: 'negative' | 'not'; readonly of: number }
  | { readonly kind: 'binary'; readonly operator: BinaryOperator; readonly left: number; readonly right: number }
);

/** A whole expression in one list, every part behind the parts it is made of, so that no walk over it needs recursion. The last is the root. */
export type SyntaxTree = readonly SyntaxNode[];

/** Parentheses, calls and signs within each other; what a person writes has five. */
export const MAX_DEPTH = 64;

const POWER: ReadonlyMap<string, number> = new Map(
  [['or'], ['and'], ['not'], ['<', '<=', '>', '>=', '==', '!='], ['+', '-'], ['*', '/']].flatMap((symbols, power) =>
    symbols.map((symbol) => [symbol, power]),
  ),
);
const LEAST = 0;
const NOT = POWER.get('not')!;
const COMPARISON = POWER.get('<')!;

interface Reading {
  readonly tokens: readonly Token[];
  readonly nodes: SyntaxNode[];
  at: number;
  depth: number;
}

/**
 * Reads an expression by precedence climbing: or < and < not < comparison < + − < * / < sign < [n] and .output.
 * @throws BadExpression at the first place where no expression can go on
 */
export function parseExpression(text: string): SyntaxTree {
  const reading: Reading = { tokens: tokenize(text), nodes: [], at: 0, depth: 0 };
  if (reading.tokens.length === 1) throw new BadExpression(1, 'the expression is empty; write a condition such as close > sma(close, 20).');
  binary(reading, LEAST);
  const rest = reading.tokens[reading.at]!;
  if (rest.kind !== 'end') throw unexpected(rest, 'an operator or the end', ['and', 'or']);
  return reading.nodes;
}

function binary(reading: Reading, least: number): number {
  let left = operand(reading, least);
  let compared = false;
  for (;;) {
    const { text, column } = reading.tokens[reading.at]!;
    const power = text === 'not' ? undefined : POWER.get(text);
    if (power === undefined || power < least) return left;
    if (power === COMPARISON && compared) throw new BadExpression(column, `comparisons do not chain; write a ${text} b and b ${text} c.`);
    compared = power === COMPARISON;
    reading.at++;
    const right = binary(reading, power + 1);
    left = add(reading, { kind: 'binary', operator: text as BinaryOperator, left, right, column, start: reading.nodes[left]!.start });
  }
}

function operand(reading: Reading, least: number): number {
  const { text, column } = reading.tokens[reading.at]!;
  if (text !== 'not') return signed(reading);
  if (least > NOT) throw new BadExpression(column, '"not" stands before a condition; put it in parentheses to go on with it.');
  reading.at++;
  const of = deeper(reading, column, () => binary(reading, NOT));
  return add(reading, { kind: 'not', of, column, start: column });
}

function signed(reading: Reading): number {
  const { text, column } = reading.tokens[reading.at]!;
  if (text !== '-') return followed(reading);
  reading.at++;
  const of = deeper(reading, column, () => signed(reading));
  return add(reading, { kind: 'negative', of, column, start: column });
}

/** A value with the `[n]` and `.output` behind it. */
function followed(reading: Reading): number {
  let of = value(reading);
  for (;;) {
    const { text, column } = reading.tokens[reading.at]!;
    const { start } = reading.nodes[of]!;
    if (text === '[') {
      reading.at++;
      const bars = deeper(reading, column, () => binary(reading, LEAST));
      expectSymbol(reading, ']');
      of = add(reading, { kind: 'ago', of, bars, column, start });
    } else if (text === '.') {
      const output = reading.tokens[++reading.at]!;
      if (output.kind !== 'name') throw unexpected(output, 'the name of an output, such as .signal');
      reading.at++;
      of = add(reading, { kind: 'output', of, output: output.text, column: output.column, start });
    } else return of;
  }
}

function value(reading: Reading): number {
  const { kind, text, column } = reading.tokens[reading.at]!;
  const here = { column, start: column };
  if (kind === 'number') {
    reading.at++;
    return add(reading, { kind: 'number', value: Number(text), ...here });
  }
  if (kind === 'name') {
    reading.at++;
    if (reading.tokens[reading.at]!.text !== '(') return add(reading, { kind: 'name', name: text, ...here });
    const args = deeper(reading, column, () => argumentsOf(reading));
    return add(reading, { kind: 'call', name: text, args, ...here });
  }
  if (text !== '(') throw unexpected(reading.tokens[reading.at]!, 'a value: a number, a column, an indicator or "("');
  reading.at++;
  const inner = deeper(reading, column, () => binary(reading, LEAST));
  expectSymbol(reading, ')');
  return inner;
}

function argumentsOf(reading: Reading): number[] {
  const args: number[] = [];
  const next = (): string => reading.tokens[++reading.at]!.text;
  if (next() === ')') {
    reading.at++;
    return args;
  }
  for (;;) {
    args.push(binary(reading, LEAST));
    if (reading.tokens[reading.at]!.text !== ',') break;
    reading.at++;
  }
  expectSymbol(reading, ')', '"," or ")"');
  return args;
}

function expectSymbol(reading: Reading, symbol: string, expected = `an operator or "${symbol}"`): void {
  const token = reading.tokens[reading.at]!;
  if (token.text !== symbol) throw unexpected(token, expected, ['and', 'or']);
  reading.at++;
}

function deeper<T>(reading: Reading, column: number, work: () => T): T {
  if (++reading.depth > MAX_DEPTH) throw new BadExpression(column, `the expression is nested deeper than ${MAX_DEPTH} levels.`);
  const result = work();
  reading.depth--;
  return result;
}

function add(reading: Reading, node: SyntaxNode): number {
  return reading.nodes.push(node) - 1;
}

function unexpected({ kind, text, column }: Token, expected: string, near: readonly string[] = []): BadExpression {
  const found = kind === 'end' ? 'the end' : quote(text);
  return new BadExpression(column, `found ${found}, expected ${expected}.${kind === 'name' ? suggestion(text, near) : ''}`);
}
