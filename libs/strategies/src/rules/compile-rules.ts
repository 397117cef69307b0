import type { IndicatorCatalogue, IndicatorRef } from '@projecta/plugin';
import { BadExpression, type Fault } from './bad-expression.js';
import { parseExpression } from './parse-expression.js';
import { type ColumnPlan, planColumns } from './plan-columns.js';
import { resolveExpression } from './resolve-expression.js';
import { type TermTable, termTable } from './term-table.js';

export type RuleName = 'long' | 'short' | 'exit';

/** The expressions of a rule set, as the config has them. */
export type RuleTexts = Readonly<Partial<Record<RuleName, string | undefined>>>;

/** A rule set ready to run over columns. */
export interface RuleProgram {
  /** Indicators of the bars, by the text that names them. */
  readonly features: Readonly<Record<string, IndicatorRef>>;
  readonly plan: ColumnPlan;
  /** Which root of the plan is which rule. */
  readonly rules: readonly RuleName[];
}

export interface RuleFault extends Fault {
  readonly rule: RuleName;
}

/** Most indicators, and most columns that must be held at once: what a config may cost in memory. */
export const MAX_INDICATORS = 64;
export const MAX_COLUMNS = 64;

const RULES: readonly RuleName[] = ['long', 'short', 'exit'];

/** Compiles the expressions together, so that what they share is computed once; or tells every fault of all of them. */
export function compileRules(
  texts: RuleTexts,
  indicators: IndicatorCatalogue,
): { readonly program?: RuleProgram; readonly faults: readonly RuleFault[] } {
  const table = termTable();
  const rules = RULES.filter((rule) => texts[rule] !== undefined);
  const roots: number[] = [];
  const faults: RuleFault[] = [];
  for (const rule of rules) {
    const resolved = resolvedText(texts[rule]!, table, indicators);
    faults.push(...resolved.faults.map((fault) => ({ ...fault, rule })).sort((a, b) => a.column - b.column));
    if (resolved.term !== undefined) roots.push(resolved.term);
  }
  if (faults.length > 0) return { faults };
  const program = { features: Object.fromEntries(table.features), plan: planColumns(table.terms, roots), rules };
  const tooMuch = excess(table, program.plan);
  if (tooMuch === undefined) return { program, faults };
  const longest = rules.reduce((a, b) => (texts[b]!.length > texts[a]!.length ? b : a));
  return { faults: [{ rule: longest, column: 1, message: tooMuch }] };
}

function resolvedText(text: string, table: TermTable, indicators: IndicatorCatalogue): ReturnType<typeof resolveExpression> {
  try {
    return resolveExpression(parseExpression(text), table, indicators);
  } catch (error) {
    if (!(error instanceof BadExpression)) throw error;
    return { faults: [{ column: error.column, message: error.message }] };
  }
}

function excess({ features }: TermTable, { nested, scratch }: ColumnPlan): string | undefined {
  const indicators = features.size + nested.length;
  if (indicators > MAX_INDICATORS) return `the rules need ${indicators} different indicators; at most ${MAX_INDICATORS} are taken.`;
  const columns = scratch.number + scratch.truth;
  if (columns <= MAX_COLUMNS) return undefined;
  return `the rules need ${columns} columns at once; at most ${MAX_COLUMNS} are taken. Write parts of it once, or leave some out.`;
}
