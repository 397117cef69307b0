import { add, divide, multiply, type Numbers, subtract } from './number-kernels.js';
import { and, crosses, equal, less, lessOrEqual, not, or, type Truths } from './truth-kernels.js';

/** A number a bar, or a condition. */
export type ValueType = 'number' | 'truth';

/** What makes one column out of two; one of a single operand is given it twice. */
export type Operation = { readonly commutes?: true } & (
  | { readonly takes: 'number'; readonly gives: 'number'; fill(x: Numbers, y: Numbers, out: Numbers): void }
  | { readonly takes: 'number'; readonly gives: 'truth'; fill(x: Numbers, y: Numbers, out: Truths): void }
  | { readonly takes: 'truth'; readonly gives: 'truth'; fill(x: Truths, y: Truths, out: Truths): void }
);

export type OperationName =
  'add' | 'subtract' | 'multiply' | 'divide' | 'less' | 'less_or_equal' | 'equal' | 'crosses' | 'and' | 'or' | 'not';

/** Every operation a rule is compiled to. */
export const OPERATIONS: Readonly<Record<OperationName, Operation>> = {
  add: { takes: 'number', gives: 'number', commutes: true, fill: add },
  subtract: { takes: 'number', gives: 'number', fill: subtract },
  multiply: { takes: 'number', gives: 'number', commutes: true, fill: multiply },
  divide: { takes: 'number', gives: 'number', fill: divide },
  less: { takes: 'number', gives: 'truth', fill: less },
  less_or_equal: { takes: 'number', gives: 'truth', fill: lessOrEqual },
  equal: { takes: 'number', gives: 'truth', commutes: true, fill: equal },
  crosses: { takes: 'number', gives: 'truth', fill: crosses },
  and: { takes: 'truth', gives: 'truth', commutes: true, fill: and },
  or: { takes: 'truth', gives: 'truth', commutes: true, fill: or },
  not: { takes: 'truth', gives: 'truth', fill: not },
};

/** The columns that operations read and write while a rule set runs, by where they lie. */
export interface Columns<P> {
  number(place: P): Numbers;
  truth(place: P): Truths;
}

/** Fills a column from two others, of whatever types the operation has. */
export function fillOperation<P>(name: OperationName, [a, b, out]: readonly [P, P, P], columns: Columns<P>): void {
  const operation = OPERATIONS[name];
  if (operation.takes === 'truth') operation.fill(columns.truth(a), columns.truth(b), columns.truth(out));
  else if (operation.gives === 'truth') operation.fill(columns.number(a), columns.number(b), columns.truth(out));
  else operation.fill(columns.number(a), columns.number(b), columns.number(out));
}
