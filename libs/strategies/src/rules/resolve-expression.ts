import { quote, suggestion } from '@projecta/errors';
import type { IndicatorCatalogue } from '@projecta/plugin';
import type { Fault } from './bad-expression.js';
import { usage } from './indicator-call.js';
import { COLUMNS, CROSSINGS, type Meaning, numberOf, type Resolving, truthOf, valueOf } from './meaning.js';
import { OPERATIONS, type OperationName } from './operations.js';
import type { BinaryOperator, SyntaxNode, SyntaxTree } from './parse-expression.js';
import { resolveCall } from './resolve-call.js';
import type { TermTable } from './term-table.js';

/** The furthest that `x[n]` goes back. */
export const MAX_AGO = 100_000;

/** After so many faults an expression is read no further. */
const MAX_FAULTS = 10;

const OPERATORS: Readonly<Record<BinaryOperator, { readonly name: OperationName; readonly swapped?: true; readonly negated?: true }>> = {
  '+': { name: 'add' },
  '-': { name: 'subtract' },
  '*': { name: 'multiply' },
  '/': { name: 'divide' },
  '<': { name: 'less' },
  '>': { name: 'less', swapped: true },
  '<=': { name: 'less_or_equal' },
  '>=': { name: 'less_or_equal', swapped: true },
  '==': { name: 'equal' },
  '!=': { name: 'equal', negated: true },
  and: { name: 'and' },
  or: { name: 'or' },
};

/** The condition that a tree means, as a term, or every fault in it. */
export function resolveExpression(
  tree: SyntaxTree,
  table: TermTable,
  indicators: IndicatorCatalogue,
): { readonly term?: number; readonly faults: readonly Fault[] } {
  const resolving: Resolving = { table, indicators, tree, meanings: [], faults: [] };
  for (const node of tree) {
    resolving.meanings.push(meaningOf(node, resolving));
    if (resolving.faults.length >= MAX_FAULTS) return { faults: resolving.faults };
  }
  const term = truthOf(tree.length - 1, resolving, 'a rule is a condition');
  return { ...(term === undefined ? {} : { term }), faults: resolving.faults };
}

function meaningOf(node: SyntaxNode, resolving: Resolving): Meaning {
  const { table } = resolving;
  switch (node.kind) {
    case 'number':
      return { type: 'number', term: table.number(node.value) };
    case 'name':
      return columnOf(node.name, node.column, resolving);
    case 'call':
      return resolveCall(node, resolving);
    case 'output':
      return outputOf(node.of, node.output, node.column, resolving);
    case 'ago':
      return agoOf(node.of, node.bars, resolving);
    case 'negative': {
      const term = numberOf(node.of, resolving, '"-" negates a number');
      return term === undefined ? undefined : { type: 'number', term: table.operation('subtract', table.number(0), term) };
    }
    case 'not': {
      const term = truthOf(node.of, resolving, '"not" turns a condition round');
      return term === undefined ? undefined : { type: 'truth', term: table.operation('not', term) };
    }
    case 'binary':
      return binaryOf(node.operator, [node.left, node.right], resolving);
  }
}

function columnOf(name: string, column: number, { table, indicators, faults }: Resolving): Meaning {
  const known = COLUMNS.find((one) => one === name);
  if (known) return { type: 'number', term: table.column(known) };
  const indicator = indicators.get(name);
  const hint = indicator
    ? ` It is an indicator; write ${usage(indicator)}.`
    : CROSSINGS.includes(name)
      ? ` It is a function; write ${name}(a, b).`
      : suggestion(name, [...COLUMNS, ...indicators.keys(), 'and', 'or', 'not']);
  faults.push({ column, message: `there is no column ${quote(name)}.${hint || ` There are ${COLUMNS.join(', ')}.`}` });
  return undefined;
}

function outputOf(of: number, output: string, column: number, { tree, meanings, faults }: Resolving): Meaning {
  const meaning = meanings[of];
  const node = tree[of]!;
  if (meaning?.type === 'outputs') {
    if (meaning.outputs.includes(output)) return { type: 'number', term: meaning.termOf(output) };
    const message = `${meaning.call} has no output ${quote(output)}.${suggestion(output, meaning.outputs)} It has ${meaning.outputs.join(', ')}.`;
    faults.push({ column, message });
  } else if (meaning && node.kind === 'call' && node.name === output && meaning.type === 'number') return meaning;
  else if (meaning) faults.push({ column, message: `only an indicator of several outputs is followed by ".": macd(close).signal.` });
  return undefined;
}

function agoOf(of: number, bars: number, resolving: Resolving): Meaning {
  const { table, meanings, tree, faults } = resolving;
  const meaning = valueOf(of, resolving);
  if (!meaning || !meanings[bars]) return undefined;
  const term = numberOf(bars, resolving, '"[n]" counts bars back');
  if (term === undefined) return undefined;
  const n = table.constantOf(term);
  const fault =
    n === undefined || !Number.isInteger(n)
      ? `the n of [n] must be a whole number, the same at every bar${n === undefined ? '' : `, not ${n}`}.`
      : n < 0
        ? `[n] counts bars back and cannot be negative: ${n} would look ahead.`
        : n > MAX_AGO
          ? `[n] goes back ${MAX_AGO} bars at most, not ${n}.`
          : undefined;
  if (fault === undefined) return { type: meaning.type, term: table.ago(meaning.term, n!) };
  faults.push({ column: tree[bars]!.start, message: fault });
  return undefined;
}

function binaryOf(operator: BinaryOperator, [left, right]: readonly [number, number], resolving: Resolving): Meaning {
  const { table } = resolving;
  const { name, swapped, negated } = OPERATORS[operator];
  const joins = operator === 'and' || operator === 'or';
  const operandOf = (node: number) =>
    joins ? truthOf(node, resolving, `"${operator}" joins conditions`) : numberOf(node, resolving, `"${operator}" stands between numbers`);
  const [a, b] = [operandOf(left), operandOf(right)];
  if (a === undefined || b === undefined) return undefined;
  const term = swapped ? table.operation(name, b, a) : table.operation(name, a, b);
  return { type: OPERATIONS[name].gives, term: negated ? table.operation('not', term) : term };
}
