import type { IndicatorDefinition, IndicatorRef, PriceColumn } from '@projecta/plugin';
import type { OperationName, ValueType } from './operations.js';
import type { Term } from './term-table.js';

/** Where a column lies while the rules run. */
export type Place =
  | { readonly kind: 'column'; readonly name: PriceColumn }
  | { readonly kind: 'feature'; readonly feature: string; readonly output: string }
  | { readonly kind: 'scratch'; readonly type: ValueType; readonly slot: number };

/** One pass over the bars, into a scratch column. */
export type Step =
  | { readonly kind: 'constant'; readonly value: number; readonly out: Place }
  | { readonly kind: 'ago'; readonly of: Place; readonly bars: number; readonly out: Place }
  | { readonly kind: 'operation'; readonly name: OperationName; readonly places: readonly [Place, Place, Place] }
  | {
      readonly kind: 'nested';
      readonly indicator: IndicatorRef;
      readonly source: Place;
      readonly outputs: Readonly<Record<string, Place>>;
    };

export interface ColumnPlan {
  readonly steps: readonly Step[];
  /** How many scratch columns of each type it needs. */
  readonly scratch: Readonly<Record<ValueType, number>>;
  readonly roots: readonly Place[];
  /** Price columns that a step reads. */
  readonly inputs: readonly PriceColumn[];
  /** Indicators of computed series. */
  readonly nested: readonly IndicatorDefinition[];
}

/** Turns terms into passes over columns. A scratch column serves the next term as soon as nothing reads it any more; the roots' are kept. */
export function planColumns(terms: readonly Term[], roots: readonly number[]): ColumnPlan {
  const readers = lastReaders(terms, roots);
  const pool = slotPool();
  const places: Place[] = [];
  const steps: Step[] = [];
  const place = (term: number): Place => {
    const { type } = terms[term]!;
    places[term] = { kind: 'scratch', type, slot: pool.take(type, readers[term]!) };
    return places[term];
  };
  terms.forEach((term, i) => {
    if (readers[i] === undefined) return;
    switch (term.kind) {
      case 'column':
      case 'feature':
        places[i] = term;
        break;
      case 'constant':
        steps.push({ kind: 'constant', value: term.value, out: place(i) });
        break;
      case 'ago':
        steps.push({ kind: 'ago', of: places[term.of]!, bars: term.bars, out: place(i) });
        break;
      case 'operation': {
        const [a, b] = term.operands;
        steps.push({ kind: 'operation', name: term.name, places: [places[a]!, places[b]!, place(i)] });
        break;
      }
      case 'nested': {
        const { indicator, source } = term;
        const outputs = indicator.indicator.outputs.map((output): readonly [string, Place] => {
          const read = terms.findIndex((one) => one.kind === 'output' && one.of === i && one.output === output);
          return [output, read >= 0 ? place(read) : { kind: 'scratch', type: 'number', slot: pool.take('number', i) }];
        });
        steps.push({ kind: 'nested', indicator, source: places[source]!, outputs: Object.fromEntries(outputs) });
        break;
      }
      case 'output': // its place was made with its indicator
    }
    pool.giveBack(i);
  });
  const nested = steps.flatMap((step) => (step.kind === 'nested' ? [step.indicator.indicator] : []));
  const own = terms.flatMap((term, i) => (term.kind === 'column' && readers[i] !== undefined ? [term.name] : []));
  const through = nested.flatMap(({ inputs }) => inputs.filter((name) => name !== 'source'));
  return { steps, scratch: pool.made, roots: roots.map((root) => places[root]!), inputs: [...own, ...through], nested };
}

/** By term, the last one that reads its column; undefined for one that the roots are not made of, such as the number of a window. */
function lastReaders(terms: readonly Term[], roots: readonly number[]): (number | undefined)[] {
  const last: (number | undefined)[] = terms.map(() => undefined);
  for (const root of roots) last[root] = Infinity;
  for (let i = terms.length - 1; i >= 0; i--) {
    if (last[i] === undefined) continue;
    for (const part of partsOf(terms[i]!)) last[part] ??= i;
  }
  return last;
}

function partsOf(term: Term): readonly number[] {
  switch (term.kind) {
    case 'operation':
      return term.operands;
    case 'nested':
      return [term.source];
    case 'output':
    case 'ago':
      return [term.of];
    default:
      return [];
  }
}

/** Scratch columns that are taken until a term has read them, and then taken again. */
function slotPool() {
  const made: Record<ValueType, number> = { number: 0, truth: 0 };
  const free: Readonly<Record<ValueType, number[]>> = { number: [], truth: [] };
  const until = new Map<number, { readonly type: ValueType; readonly slot: number }[]>();
  return {
    made,
    take(type: ValueType, lastReader: number): number {
      const slot = free[type].pop() ?? made[type]++;
      until.set(lastReader, [...(until.get(lastReader) ?? []), { type, slot }]);
      return slot;
    },
    giveBack(reader: number): void {
      for (const { type, slot } of until.get(reader) ?? []) free[type].push(slot);
    },
  };
}
