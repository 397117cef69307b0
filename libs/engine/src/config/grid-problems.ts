import { type Problem, quote, suggestion } from '@projecta/errors';
import { checkValue, type Grid, type Param, type ParamValue, pointerKey } from '@projecta/plugin';
import { gridSize } from '@projecta/validation';
import type { Catalogue } from '../catalogue.js';
import { canonicalName } from '../trials/canonical-grid.js';
import type { NormalizedRunConfig } from './normalized-run-config.js';

/** Combinations a grid may have: each costs a run on every fold. */
const MOST_POINTS = 1_000_000;

/** Parts of a config that a grid may change by path, beside the strategy's parameters. */
const PARTS = ['risk.', 'execution.'];

/** What is wrong with the names, the values by themselves and the size of a walk-forward's grid; whether they fit together is asked point by point. */
export function gridProblems({ validation, strategy }: NormalizedRunConfig, catalogue: Catalogue): Problem[] {
  const grid = validation['walk_forward']?.['grid'] as Grid | undefined;
  if (grid === undefined) return [];
  const path = '/validation/walk_forward/grid';
  const { name, params } = catalogue.strategy.get(strategy.name)!;
  const seen = new Map<string, string>();
  const problems = Object.entries(grid).flatMap(([key, values]): Problem[] => {
    const at = `${path}/${pointerKey(key)}`;
    const canonical = canonicalName(key, params);
    const before = seen.get(canonical);
    seen.set(canonical, key);
    if (before !== undefined)
      return [{ path: at, code: 'ALIAS_CONFLICT', message: `"${before}" and "${key}" are the same parameter; give one of them.` }];
    if (Object.hasOwn(params, canonical)) return noValues(params[canonical]!, values, at);
    if (PARTS.some((part) => canonical.startsWith(part))) return [];
    return [{ path: at, code: 'UNKNOWN_KEY', message: unknown(key, name, Object.keys(params)), allowed: Object.keys(params) }];
  });
  const size = gridSize(grid);
  if (size <= MOST_POINTS) return problems;
  const message = `has ${size} combinations; at most ${MOST_POINTS} are tried. Leave values out.`;
  return [...problems, { path, code: 'LIMIT_EXCEEDED', message }];
}

/** Words for numbers and the like; what is only out of range makes points that are skipped (fine print E8). */
function noValues(param: Param, values: readonly ParamValue[], path: string): Problem[] {
  const found = values.map((value, i) => checkValue(param, value, `${path}/${i}`));
  return found.filter((problem) => problem !== undefined && problem.code !== 'OUT_OF_RANGE') as Problem[];
}

function unknown(key: string, strategy: string, allowed: readonly string[]): string {
  const elsewhere = 'or a path such as risk.params.fraction or execution.fee_bps';
  return `${strategy} has no parameter ${quote(key)}.${suggestion(key, allowed)} A grid takes ${allowed.join(', ')}, ${elsewhere}.`;
}
