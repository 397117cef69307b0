import { ProjectaError } from '@projecta/errors';
import * as core from '@projecta/indicators';
import {
  type Configurable,
  defineStrategy,
  type IndicatorCatalogue,
  type IndicatorDefinition,
  text,
  type VectorStrategy,
} from '@projecta/plugin';
import type { Fault } from './rules/bad-expression.js';
import { compileRules, type RuleProgram, type RuleTexts } from './rules/compile-rules.js';
import { type RuleColumns, runRules } from './rules/run-rules.js';

const CODE = 'BAD_EXPRESSION' as const;

const PARAMS = {
  long: text({ format: 'expression', description: 'Long at a bar where this is true, such as "crosses_above(close, sma(close, 50))".' }),
  short: text({ format: 'expression', optional: true, description: 'Short at a bar where this is true.' }),
  exit: text({ format: 'expression', optional: true, description: 'Flat at a bar where this is true; it wins over the other two.' }),
};

/** Expressions over columns and the core indicators; the engine gives it all indicators of its catalogue, a user's own among them. */
export const rules = rulesOver(new Map(Object.values<IndicatorDefinition>(core).map((one) => [one.name, one])));

function rulesOver(indicators: IndicatorCatalogue): VectorStrategy & Configurable<typeof PARAMS> {
  const compiled = new WeakMap<RuleTexts, RuleProgram>(); // a run asks again and again with the same params object
  const programOf = (params: RuleTexts): RuleProgram => {
    const before = compiled.get(params);
    if (before) return before;
    const program = compile(params, indicators);
    compiled.set(params, program);
    return program;
  };
  return defineStrategy({
    name: 'rules',
    title: 'Rules',
    description:
      'Expressions over columns and indicators: long where `long` is true, short where `short` is, flat where `exit` is; exit wins, and long and short at once keep what is.',
    reference: 'specs/rules.md; three-valued logic after Kleene (1938)',
    params: PARAMS,
    problems: (params) =>
      compileRules(params, indicators).faults.map(({ rule, ...fault }) => ({ param: rule, code: CODE, message: messageOf(fault) })),
    warmup: () => 0,
    features: (params) => programOf(params).features,
    inputsOf: (params) => programOf(params).plan.inputs,
    ownIndicators: (params) => programOf(params).plan.nested,
    withIndicators: rulesOver,
    target(columns, params, out, scratch = (length) => new Float64Array(length)) {
      runRules(programOf(params), { columns: columns as RuleColumns, scratch }, out);
    },
  });
}

/** @throws ProjectaError BAD_EXPRESSION, for parameters that were not checked */
function compile(params: RuleTexts, indicators: IndicatorCatalogue): RuleProgram {
  const { program, faults } = compileRules(params, indicators);
  if (program) return program;
  const problems = faults.map(({ rule, ...fault }) => ({ path: `/${rule}`, code: CODE, message: messageOf(fault) }));
  throw new ProjectaError(CODE, `The rule ${faults[0]!.rule} ${problems[0]!.message}`, problems);
}

/** It follows the path of the expression. */
function messageOf({ column, message }: Fault): string {
  return `is wrong at column ${column}: ${message}`;
}
