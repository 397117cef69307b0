import type { IndicatorRef, PriceColumn } from '@projecta/plugin';
import { fillOperation, OPERATIONS, type OperationName, type ValueType } from './operations.js';

/** A column that an expression needs; others are meant by their index in the table. */
export type Term = { readonly type: ValueType } & (
  | /** The same at every bar; of a truth 1, 0 or −1. */ { readonly kind: 'constant'; readonly value: number }
  | { readonly kind: 'column'; readonly name: PriceColumn }
  | /** An output of an indicator of the bars, computed before the rules run. */ {
      readonly kind: 'feature';
      readonly feature: string;
      readonly output: string;
    }
  | /** An indicator of another term; its outputs are terms of their own. */ {
      readonly kind: 'nested';
      readonly indicator: IndicatorRef;
      readonly source: number;
    }
  | { readonly kind: 'output'; readonly of: number; readonly output: string }
  | { readonly kind: 'ago'; readonly of: number; readonly bars: number }
  | { readonly kind: 'operation'; readonly name: OperationName; readonly operands: readonly [number, number] }
);

/** The terms of all expressions of a rule set: an equal one is the same one, so that it is computed once. */
export interface TermTable {
  /** Every term behind those it is made of. */
  readonly terms: readonly Term[];
  /** Indicators of the bars by the name the strategy reads them under. */
  readonly features: ReadonlyMap<string, IndicatorRef>;
  /** The value of a term that is the same at every bar. */
  constantOf(term: number): number | undefined;
  number(value: number): number;
  column(name: PriceColumn): number;
  operation(name: OperationName, a: number, b?: number): number;
  /** A term `bars` bars ago; what is the same at every bar was so then. */
  ago(of: number, bars: number): number;
  /** An output of an indicator of the bars, under the text it is named by. */
  feature(name: string, indicator: IndicatorRef, output: string): number;
  /** An output of an indicator of a term. */
  nested(name: string, indicator: IndicatorRef, source: number, output: string): number;
}

export function termTable(): TermTable {
  const terms: Term[] = [];
  const known = new Map<string, number>();
  const features = new Map<string, IndicatorRef>();
  const intern = (key: string, term: Term): number => {
    const before = known.get(key);
    if (before !== undefined) return before;
    known.set(key, terms.length);
    return terms.push(term) - 1;
  };
  const constant = (type: ValueType, value: number): number => intern(`${type} ${value}`, { kind: 'constant', type, value });
  const constantOf = (term: number): number | undefined => {
    const one = terms[term]!;
    return one.kind === 'constant' ? one.value : undefined;
  };
  const operation = (name: OperationName, a: number, b = a): number => {
    const { gives, commutes } = OPERATIONS[name];
    const [x, y] = [constantOf(a), constantOf(b)];
    if (x !== undefined && y !== undefined) return constant(gives, folded(name, x, y));
    const operands = commutes && b < a ? ([b, a] as const) : ([a, b] as const);
    return intern(`${name} ${operands.join(' ')}`, { kind: 'operation', type: gives, name, operands });
  };
  const ago = (of: number, bars: number): number => {
    const term = terms[of]!;
    if (bars === 0 || term.kind === 'constant') return of;
    if (term.kind === 'ago') return ago(term.of, term.bars + bars);
    return intern(`ago ${of} ${bars}`, { kind: 'ago', type: term.type, of, bars });
  };
  return {
    terms,
    features,
    constantOf,
    number: (value) => constant('number', value),
    column: (name) => intern(`column ${name}`, { kind: 'column', type: 'number', name }),
    operation,
    ago,
    feature: (name, indicator, output) => {
      if (!features.has(name)) features.set(name, indicator);
      return intern(`feature ${name}.${output}`, { kind: 'feature', type: 'number', feature: name, output });
    },
    nested: (name, indicator, source, output) => {
      const of = intern(`nested ${name} ${source}`, { kind: 'nested', type: 'number', indicator, source });
      return intern(`output ${of} ${output}`, { kind: 'output', type: 'number', of, output });
    },
  };
}

/** What an operation makes of two constants: the kernel itself, over one bar. Two constants never cross. */
function folded(name: OperationName, a: number, b: number): number {
  if (name === 'crosses') return -1;
  const numbers = [Float64Array.of(a), Float64Array.of(b), new Float64Array(1)];
  const truths = [Int8Array.of(a), Int8Array.of(b), new Int8Array(1)];
  fillOperation(name, [0, 1, 2], { number: (i) => numbers[i]!, truth: (i) => truths[i]! });
  return OPERATIONS[name].gives === 'number' ? numbers[2]![0]! : truths[2]![0]!;
}
