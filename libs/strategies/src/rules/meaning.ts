import type { IndicatorCatalogue, PriceColumn } from '@projecta/plugin';
import type { Fault } from './bad-expression.js';
import type { ValueType } from './operations.js';
import type { SyntaxTree } from './parse-expression.js';
import type { TermTable } from './term-table.js';

/** What a part of an expression means: a term, an indicator of which an output is still to be chosen, or nothing, with the fault told. */
export type Meaning =
  | { readonly type: ValueType; readonly term: number }
  | { readonly type: 'outputs'; readonly call: string; readonly outputs: readonly string[]; termOf(output: string): number }
  | undefined;

/** An expression while its parts get their meaning. */
export interface Resolving {
  readonly table: TermTable;
  readonly indicators: IndicatorCatalogue;
  readonly tree: SyntaxTree;
  /** By index in the tree, as far as it has come. */
  readonly meanings: Meaning[];
  readonly faults: Fault[];
}

/** The names of columns, in the order in which they are listed. */
export const COLUMNS: readonly PriceColumn[] = ['open', 'high', 'low', 'close', 'volume', 'vwap', 'ts'];

/** The functions that are no indicators. */
export const CROSSINGS: readonly string[] = ['crosses_above', 'crosses_below'];

/** A part as a number, or undefined with the fault told. `why` says what asks for one. */
export function numberOf(node: number, resolving: Resolving, why: string): number | undefined {
  const meaning = valueOf(node, resolving);
  if (!meaning) return undefined;
  if (meaning.type === 'number') return meaning.term;
  resolving.faults.push({ column: resolving.tree[node]!.start, message: `${why}, and this is a condition.` });
  return undefined;
}

/** A part as a condition, likewise. */
export function truthOf(node: number, resolving: Resolving, why: string): number | undefined {
  const meaning = valueOf(node, resolving);
  if (!meaning) return undefined;
  if (meaning.type === 'truth') return meaning.term;
  resolving.faults.push({ column: resolving.tree[node]!.start, message: `${why}, and this is a number; compare it, as in close > open.` });
  return undefined;
}

/** A part as a number or a condition, or undefined with the fault told. */
export function valueOf(node: number, { meanings, tree, faults }: Resolving): Exclude<Meaning, { readonly type: 'outputs' }> {
  const meaning = meanings[node];
  if (meaning?.type !== 'outputs') return meaning;
  const names = meaning.outputs.map((name) => `.${name}`).join(', ');
  faults.push({ column: tree[node]!.start, message: `${meaning.call} has several outputs; write one behind it: ${names}.` });
  return undefined;
}
