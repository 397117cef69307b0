import { type Problem, ProjectaError, quote, suggestion, ValidationFailed } from '@projecta/errors';
import type { MetricId } from '@projecta/metrics';
import { checkValue, isPlainObject, pointerKey } from '@projecta/plugin';
import { walk_forward } from '@projecta/validation';
import type { Catalogue } from '../catalogue.js';
import { guardInput } from '../config/guard-input.js';
import { normalizeConfig } from '../config/normalize-config.js';
import type { NormalizedRunConfig } from '../config/normalized-run-config.js';
import { checkCall } from '../config/plugin-call.js';
import { axisTargets } from './axis-targets.js';
import { gridAxes, randomPart } from './sweep-axes.js';
import type { NormalizedSweep } from './sweep-config.js';

/** Trials of a sweep where the caller sets no limit of its own. */
export const MOST_TRIALS = 100_000;

const KEYS = ['base', 'grid', 'random', 'objective', 'overfitting'];

/** What a fold of a walk-forward is chosen by, a sweep is. */
const OBJECTIVE = walk_forward.params.objective;

/**
 * The normal form of a submitted sweep.
 * @throws ValidationFailed with every problem at once
 */
export function normalizeSweep(submitted: unknown, catalogue: Catalogue, { maxTrials: most = MOST_TRIALS } = {}): NormalizedSweep {
  const fail = (problems: readonly Problem[]): never => {
    throw new ValidationFailed(problems, 'The sweep');
  };
  if (!isPlainObject(submitted))
    return fail([{ path: '', code: 'WRONG_TYPE', message: `a sweep must be a JSON object, not ${quote(submitted)}.` }]);
  const unfit = guardInput(submitted);
  if (unfit.length > 0) return fail(unfit);

  const { base: givenBase, grid, random, objective = OBJECTIVE.default, overfitting } = submitted;
  const problems: Problem[] = Object.keys(submitted)
    .filter((key) => !KEYS.includes(key))
    .map(unknownKey);
  const base = normalBase(givenBase, catalogue, problems);
  if (grid !== undefined && random !== undefined)
    problems.push({ path: '/random', code: 'NOT_ALLOWED', message: 'stands beside "grid"; a sweep has one of them.' });
  if (grid === undefined && random === undefined)
    problems.push({
      path: '/grid',
      code: 'REQUIRED',
      message: 'is required: the values to try, such as {"fast": "5:50:5"}; or give "random".',
    });
  const keys = [grid, random].flatMap((one) => (isPlainObject(one) ? Object.keys(one) : []));
  const rule = { targetOf: base && axisTargets(base, keys, catalogue), most };
  const gridPart = grid === undefined ? undefined : gridAxes(grid, rule);
  const drawn = random === undefined ? undefined : randomPart(random, rule);
  const bad = checkValue(OBJECTIVE, objective, '/objective');
  const judging = overfitting === undefined ? undefined : overfittingCall(catalogue, overfitting);
  problems.push(...(gridPart?.problems ?? []), ...(drawn?.problems ?? []), ...(bad ? [bad] : []), ...(judging?.problems ?? []));
  if (problems.length > 0 || base === undefined) return fail(problems);
  return {
    base,
    ...(gridPart && { grid: gridPart.axes }),
    ...(drawn && { random: drawn.axes }),
    objective: objective as MetricId,
    ...(judging && { overfitting: judging.params }),
  };
}

function overfittingCall(catalogue: Catalogue, params: unknown): ReturnType<typeof checkCall> {
  return checkCall(catalogue, 'validation_method', { name: 'overfitting', params, namePath: '/overfitting', paramsPath: '/overfitting' });
}

/** The base in normal form; its problems are told under /base. */
function normalBase(given: unknown, catalogue: Catalogue, problems: Problem[]): NormalizedRunConfig | undefined {
  if (given === undefined) {
    problems.push({ path: '/base', code: 'REQUIRED', message: 'is required: the RunConfig whose values are changed.' });
    return undefined;
  }
  try {
    return normalizeConfig(given, catalogue);
  } catch (error) {
    if (!(error instanceof ProjectaError) || error.errors.length === 0) throw error;
    problems.push(...error.errors.map((problem) => ({ ...problem, path: `/base${problem.path}` })));
    return undefined;
  }
}

function unknownKey(key: string): Problem {
  const message = `there is no ${quote(key)} here.${suggestion(key, KEYS)} It takes ${KEYS.join(', ')}.`;
  return { path: `/${pointerKey(key)}`, code: 'UNKNOWN_KEY', message, allowed: KEYS };
}
