import * as indicators from '@projecta/indicators';
import { computeIndicator, type IndicatorDefinition, type PriceColumn } from '@projecta/plugin';

type Candles = Parameters<typeof computeIndicator>[1];

/** An expression as a person thinks of it; `group` is a pair of parentheses that may be needless. */
export type Written =
  | { readonly op: 'number'; readonly value: number }
  | { readonly op: 'column'; readonly name: PriceColumn }
  | { readonly op: 'group' | 'negative' | 'not'; readonly a: Written }
  | { readonly op: 'ago'; readonly a: Written; readonly bars: number }
  | { readonly op: Binary | Crossing; readonly a: Written; readonly b: Written }
  | {
      readonly op: 'indicator';
      readonly name: string;
      readonly series?: Written;
      readonly args: readonly number[];
      readonly output?: string;
    };

export type Binary = '+' | '-' | '*' | '/' | '<' | '<=' | '>' | '>=' | '==' | '!=' | 'and' | 'or';
export type Crossing = 'crosses_above' | 'crosses_below';

/** What an expression is at a bar; undefined and unknown are both undefined. */
type Value = number | boolean | undefined;

const INDICATORS: Readonly<Record<string, IndicatorDefinition>> = indicators;

/** How tightly each kind holds its parts together. */
function power({ op }: Written): number {
  if (op === 'or') return 0;
  if (op === 'and') return 1;
  if (op === 'not') return 2;
  if (['<', '<=', '>', '>=', '==', '!='].includes(op)) return 3;
  if (op === '+' || op === '-') return 4;
  if (op === '*' || op === '/') return 5;
  if (op === 'negative') return 6;
  return 7;
}

/** The expression as text, with no more parentheses than it needs but for its groups. */
export function textOf(written: Written): string {
  const within = (part: Written, least: number): string => (power(part) < least ? `(${textOf(part)})` : textOf(part));
  switch (written.op) {
    case 'number':
      return String(written.value);
    case 'column':
      return written.name;
    case 'group':
      return `( ${textOf(written.a)} )`;
    case 'negative':
      return `-${within(written.a, 6)}`;
    case 'not':
      return `not ${within(written.a, 2)}`;
    case 'ago':
      return `${within(written.a, 7)}[${written.bars}]`;
    case 'crosses_above':
    case 'crosses_below':
      return `${written.op}(${textOf(written.a)}, ${textOf(written.b)})`;
    case 'indicator': {
      const args = [...(written.series ? [textOf(written.series)] : []), ...written.args.map(String)];
      return `${written.name}(${args.join(', ')})${written.output === undefined ? '' : `.${written.output}`}`;
    }
    default: {
      const own = power(written);
      return `${within(written.a, own === 3 ? 4 : own)} ${written.op} ${within(written.b, own + 1)}`;
    }
  }
}

/** The meaning of an expression bar by bar, straight from the sentences of the specification. */
export function interpreter(candles: Candles): (written: Written, t: number) => Value {
  const columns = new Map<Written, Float64Array>();
  const indicatorColumn = (written: Extract<Written, { op: 'indicator' }>): Float64Array => {
    const definition = INDICATORS[written.name]!;
    const params = Object.fromEntries(written.args.map((value, i) => [Object.keys(definition.params)[i]!, value]));
    const { series } = written;
    const source = series && candles.close.map((_, t) => (valueAt(series, t) as number | undefined) ?? NaN);
    return computeIndicator(definition, candles, params, source ? { source } : {})[written.output ?? written.name]!;
  };
  const valueAt = (written: Written, t: number): Value => {
    if (t < 0) return written.op === 'number' ? written.value : outside(written, t);
    switch (written.op) {
      case 'number':
        return written.value;
      case 'column':
        return defined(candles[written.name]![t]!);
      case 'group':
        return valueAt(written.a, t);
      case 'indicator': {
        const column = columns.get(written) ?? indicatorColumn(written);
        columns.set(written, column);
        return defined(column[t]!);
      }
      case 'ago':
        return isConstant(written.a) ? valueAt(written.a, t) : t - written.bars < 0 ? undefined : valueAt(written.a, t - written.bars);
      case 'negative': {
        const a = valueAt(written.a, t);
        return a === undefined ? undefined : -(a as number);
      }
      case 'not': {
        const a = valueAt(written.a, t);
        return a === undefined ? undefined : !a;
      }
      case 'crosses_above':
        return both(before('<=', written, t), compared('>', valueAt(written.a, t), valueAt(written.b, t)));
      case 'crosses_below':
        return both(before('>=', written, t), compared('<', valueAt(written.a, t), valueAt(written.b, t)));
      case 'and':
        return both(valueAt(written.a, t), valueAt(written.b, t));
      case 'or': {
        const [a, b] = [valueAt(written.a, t), valueAt(written.b, t)];
        return a === true || b === true ? true : a === undefined || b === undefined ? undefined : false;
      }
      case '+':
      case '-':
      case '*':
      case '/':
        return computed(written.op, valueAt(written.a, t), valueAt(written.b, t));
      default:
        return compared(written.op, valueAt(written.a, t), valueAt(written.b, t));
    }
  };
  const before = (op: '<=' | '>=', { a, b }: { readonly a: Written; readonly b: Written }, t: number): Value =>
    compared(op, valueAt({ op: 'ago', a, bars: 1 }, t), valueAt({ op: 'ago', a: b, bars: 1 }, t));
  const outside = (written: Written, t: number): Value => {
    throw new Error(`asked for ${textOf(written)} at bar ${t}`);
  };
  return valueAt;
}

/** The direction at every bar: exit wins, long and short at once keep, and so does none. */
export function directionsWritten(
  rules: { readonly long: Written; readonly short?: Written | undefined; readonly exit?: Written | undefined },
  candles: Candles,
): number[] {
  const valueAt = interpreter(candles);
  return Array.from(candles.close, (_, t) => {
    const isTrue = (rule: Written | undefined): boolean => rule !== undefined && valueAt(rule, t) === true;
    if (isTrue(rules.exit)) return 0;
    if (isTrue(rules.long) && isTrue(rules.short)) return NaN;
    return isTrue(rules.long) ? 1 : isTrue(rules.short) ? -1 : NaN;
  });
}

/** Whether nothing in it changes from bar to bar. */
function isConstant(written: Written): boolean {
  if (written.op === 'number') return true;
  if (written.op === 'column' || written.op === 'indicator') return false;
  return isConstant(written.a) && (!('b' in written) || isConstant(written.b));
}

function defined(value: number): number | undefined {
  return Number.isNaN(value) ? undefined : value;
}

function computed(op: '+' | '-' | '*' | '/', a: Value, b: Value): number | undefined {
  if (typeof a !== 'number' || typeof b !== 'number') return undefined;
  const value = op === '+' ? a + b : op === '-' ? a - b : op === '*' ? a * b : a / b;
  return Number.isFinite(value) ? value : undefined;
}

function compared(op: '<' | '<=' | '>' | '>=' | '==' | '!=', a: Value, b: Value): boolean | undefined {
  if (typeof a !== 'number' || typeof b !== 'number') return undefined;
  switch (op) {
    case '<':
      return a < b;
    case '<=':
      return a <= b;
    case '>':
      return a > b;
    case '>=':
      return a >= b;
    case '==':
      return a === b;
    case '!=':
      return a !== b;
  }
}

function both(a: Value, b: Value): Value {
  if (a === false || b === false) return false;
  return a === undefined || b === undefined ? undefined : true;
}
