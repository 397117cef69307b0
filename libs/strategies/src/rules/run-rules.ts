import type { Params, ParamsOf } from '@projecta/plugin';
import type { RuleName, RuleProgram } from './compile-rules.js';
import type { Numbers } from './number-kernels.js';
import { type Columns, fillOperation } from './operations.js';
import type { Place, Step } from './plan-columns.js';
import { decide, type Truths } from './truth-kernels.js';

/** Price columns by name, features by theirs: a column, or columns by output. */
export type RuleColumns = Readonly<Record<string, Float64Array | Readonly<Record<string, Float64Array>>>>;

export interface RuleMemory {
  readonly columns: RuleColumns;
  /** Columns for the length of the run, with anything in them. */
  readonly scratch: (length: number) => Float64Array;
}

interface Frame extends Columns<Place> {
  readonly price: RuleColumns;
}

/** Fills `out` with the opinions of a rule set, in one pass over the bars for each different part of its expressions. */
export function runRules({ plan, rules }: RuleProgram, { columns, scratch }: RuleMemory, out: Float64Array): void {
  const n = out.length;
  const numbers = Array.from({ length: plan.scratch.number }, () => scratch(n));
  const truths = Array.from({ length: plan.scratch.truth }, () => bytesIn(scratch(Math.ceil(n / 8)), n));
  const frame: Frame = {
    price: columns,
    number: (place) => (place.kind === 'scratch' ? numbers[place.slot]! : numbersOf(place, columns)),
    truth: (place) => truths[(place as Extract<Place, { kind: 'scratch' }>).slot]!,
  };
  for (const step of plan.steps) runStep(step, frame);
  const never = rules.length === 3 ? undefined : bytesIn(scratch(Math.ceil(n / 8)), n).fill(-1);
  const ruleOf = (rule: RuleName): Truths => {
    const root = plan.roots[rules.indexOf(rule)];
    return root ? frame.truth(root) : never!;
  };
  decide({ long: ruleOf('long'), short: ruleOf('short'), exit: ruleOf('exit') }, out);
}

function runStep(step: Step, frame: Frame): void {
  switch (step.kind) {
    case 'constant':
      if (isTruth(step.out)) frame.truth(step.out).fill(step.value);
      else frame.number(step.out).fill(step.value);
      break;
    case 'ago':
      if (isTruth(step.out)) shift(frame.truth(step.of), step.bars, frame.truth(step.out).fill(0, 0, step.bars));
      else shift(frame.number(step.of), step.bars, frame.number(step.out).fill(NaN, 0, step.bars));
      break;
    case 'operation':
      fillOperation(step.name, step.places, frame);
      break;
    case 'nested':
      computeNested(step, frame);
  }
}

/** An indicator of a computed series. Where the series has holes it begins anew behind them, as every indicator of the catalogue does. */
function computeNested({ indicator: { indicator, params }, source, outputs }: Extract<Step, { kind: 'nested' }>, frame: Frame): void {
  const columnOf = (name: string) => (name === 'source' ? frame.number(source) : (frame.price[name] as Numbers));
  const inputs = Object.fromEntries(indicator.inputs.map((name) => [name, columnOf(name)]));
  const filled = Object.fromEntries(indicator.outputs.map((output) => [output, frame.number(outputs[output]!).fill(NaN)]));
  indicator.compute(inputs as Parameters<typeof indicator.compute>[0], params as ParamsOf<Params>, filled);
}

/** The values of `bars` bars ago, from bar `bars` on; a distance beyond the last bar leaves nothing to write. */
function shift<C extends Numbers | Truths>(values: C, bars: number, out: C): void {
  if (bars < out.length) out.set(values.subarray(0, out.length - bars), bars);
}

function isTruth(place: Place): boolean {
  return place.kind === 'scratch' && place.type === 'truth';
}

function numbersOf(place: Exclude<Place, { kind: 'scratch' }>, columns: RuleColumns): Numbers {
  if (place.kind === 'column') return columns[place.name] as Numbers;
  const feature = columns[place.feature]!;
  return feature instanceof Float64Array ? feature : feature[place.output]!;
}

/** A column's memory as `length` bytes. */
function bytesIn({ buffer, byteOffset }: Float64Array, length: number): Truths {
  return new Int8Array(buffer, byteOffset, length);
}
