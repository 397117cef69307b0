import { quote, suggestion } from '@projecta/errors';
import type { IndicatorDefinition } from '@projecta/plugin';
import { boundIndicator, type ConstantArgument, takesSeries, usage } from './indicator-call.js';
import { COLUMNS, CROSSINGS, type Meaning, numberOf, type Resolving } from './meaning.js';
import type { SyntaxNode } from './parse-expression.js';

type Call = Extract<SyntaxNode, { readonly kind: 'call' }>;

/** What `name(arguments)` means: a crossing, or an indicator of the catalogue. */
export function resolveCall(call: Call, resolving: Resolving): Meaning {
  const { name, column } = call;
  const { indicators, faults } = resolving;
  if (CROSSINGS.includes(name)) return crossing(call, resolving);
  const definition = indicators.get(name);
  if (definition) return takesSeries(definition) ? seriesIndicator(definition, call, resolving) : barIndicator(definition, call, resolving);
  const isColumn = COLUMNS.some((one) => one === name);
  const hint = isColumn
    ? ' It is a column; write it without parentheses.'
    : suggestion(name, [...CROSSINGS, ...indicators.keys(), 'and', 'or', 'not']);
  faults.push({ column, message: `there is no indicator or function ${quote(name)}.${hint}` });
  return undefined;
}

/** crosses_below(a, b) is crosses_above(b, a): `b[1] <= a[1] and b > a`. */
function crossing({ name, args, column }: Call, resolving: Resolving): Meaning {
  const { table, tree, faults } = resolving;
  if (args.length !== 2) {
    const at = args[2] === undefined ? column : tree[args[2]]!.start;
    faults.push({ column: at, message: `${name} takes two series: ${name}(close, sma(close, 20)).` });
    return undefined;
  }
  const [a, b] = args.map((arg) => numberOf(arg, resolving, `${name} compares numbers`));
  if (a === undefined || b === undefined) return undefined;
  return { type: 'truth', term: name === 'crosses_above' ? table.operation('crosses', a, b) : table.operation('crosses', b, a) };
}

function barIndicator(definition: IndicatorDefinition, { args, column }: Call, resolving: Resolving): Meaning {
  const { table, faults } = resolving;
  const bound = boundIndicator(definition, constants(args, resolving), column);
  if (!('indicator' in bound)) {
    faults.push(...bound);
    return undefined;
  }
  const text = textOf(definition, Object.values(bound.params));
  return chosen(definition, text, (output) => table.feature(text, bound, output));
}

function seriesIndicator(definition: IndicatorDefinition, { args, column }: Call, resolving: Resolving): Meaning {
  const { table, tree, faults } = resolving;
  const [first, ...rest] = args;
  const example = `${definition.name} takes a series first; write ${usage(definition)}, with a series such as close`;
  if (first === undefined) {
    faults.push({ column, message: `${example}.` });
    return undefined;
  }
  const source = numberOf(first, resolving, example);
  const bound = boundIndicator(definition, constants(rest, resolving), column);
  if (!('indicator' in bound)) faults.push(...bound);
  if (source === undefined || !('indicator' in bound)) return undefined;
  if (table.constantOf(source) !== undefined) {
    faults.push({ column: tree[first]!.start, message: `${example}, not a plain number.` });
    return undefined;
  }
  const term = table.terms[source]!;
  const text = textOf(definition, [term.kind === 'column' ? term.name : '…', ...Object.values(bound.params)]);
  return chosen(definition, text, (output) =>
    term.kind === 'column' ? table.feature(text, { ...bound, source: term.name }, output) : table.nested(text, bound, source, output),
  );
}

/** The arguments as constants; one that is none has no value. */
function constants(args: readonly number[], { table, tree, meanings }: Resolving): ConstantArgument[] {
  return args.map((arg) => {
    const meaning = meanings[arg];
    const value = meaning?.type === 'number' ? table.constantOf(meaning.term) : undefined;
    return { column: tree[arg]!.start, value, isFaulty: meaning === undefined };
  });
}

function chosen({ outputs }: IndicatorDefinition, call: string, termOf: (output: string) => number): Meaning {
  const [only, ...others] = outputs;
  if (only !== undefined && others.length === 0) return { type: 'number', term: termOf(only) };
  return { type: 'outputs', call, outputs, termOf };
}

/** `sma(close, 10)`: the same text for the same column, defaults written out. */
function textOf({ name }: IndicatorDefinition, args: readonly unknown[]): string {
  return `${name}(${args.map(String).join(', ')})`;
}
