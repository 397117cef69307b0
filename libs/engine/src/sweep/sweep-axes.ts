import { type Problem, quote } from '@projecta/errors';
import { int, checkValue, type Grid, isPlainObject, pointerKey } from '@projecta/plugin';
import { gridSize } from '@projecta/validation';
import type { AxisTarget, NoTarget } from './axis-targets.js';
import { axisValues } from './axis-values.js';
import { randomAxis } from './random-axis.js';
import type { NormalizedRandomAxis, NormalizedSweep } from './sweep-config.js';

export interface AxesRule {
  /** What a key means; without a sound base that is not known, and only the shape of values is checked. */
  readonly targetOf: ((key: string) => AxisTarget | NoTarget) | undefined;
  /** Most trials. */
  readonly most: number;
}

export interface CheckedAxes<T> {
  readonly axes: T;
  readonly problems: readonly Problem[];
}

/** A grid in normal form: whole paths in order, values as lists. */
export function gridAxes(given: unknown, { targetOf, most }: AxesRule): CheckedAxes<Grid> {
  const { entries, problems } = placed(given, '/grid', { targetOf, read: (value, rule) => axisValues(value, { ...rule, most }) });
  const axes = Object.fromEntries(entries.map(([path, { values }]) => [path, values]));
  const size = gridSize(axes);
  const message = `has ${size} combinations; at most ${most} are tried. Leave values out, or draw some of them with "random".`;
  const tooMany: Problem[] = size > most ? [{ path: '/grid', code: 'LIMIT_EXCEEDED', message }] : [];
  return { axes, problems: [...problems, ...tooMany] };
}

/** The axes of a random sweep in normal form, with their number of trials beside them. */
export function randomPart(given: unknown, { targetOf, most }: AxesRule): CheckedAxes<NonNullable<NormalizedSweep['random']>> {
  const { trials, ...paths } = isPlainObject(given) ? given : {};
  const read = (value: unknown, rule: ReadRule) => randomAxis(value, { ...rule, most });
  const { entries, problems } = placed(isPlainObject(given) ? paths : given, '/random', { targetOf, read });
  const axes = entries.flatMap(([path, { axis }]): [string, NormalizedRandomAxis][] => (axis ? [[path, axis]] : []));
  const count = isPlainObject(given) ? countProblem(trials, most) : [];
  return { axes: { trials: trials as number, ...Object.fromEntries(axes) }, problems: [...count, ...problems] };
}

function countProblem(trials: unknown, most: number): Problem[] {
  const path = '/random/trials';
  const rule = int({ min: 1, description: '' });
  if (trials === undefined) return [{ path, code: 'REQUIRED', message: 'is required: how many combinations are drawn.' }];
  const problem = checkValue(rule, trials, path);
  if (problem) return [problem];
  const message = `is ${quote(trials)}; at most ${most} are drawn.`;
  return (trials as number) > most ? [{ path, code: 'LIMIT_EXCEEDED', message }] : [];
}

interface ReadRule {
  readonly path: string;
  readonly param?: AxisTarget['param'];
}

interface Placing<T> {
  readonly targetOf: AxesRule['targetOf'];
  readonly read: (value: unknown, rule: ReadRule) => T;
}

/** Each axis under its whole path, in the order of the paths; two axes never change the same value. */
function placed<T extends { readonly problems: readonly Problem[] }>(
  given: unknown,
  at: string,
  { targetOf, read }: Placing<T>,
): { readonly entries: readonly (readonly [string, T])[]; readonly problems: Problem[] } {
  if (!isPlainObject(given))
    return {
      entries: [],
      problems: [{ path: at, code: 'WRONG_TYPE', message: `must be an object with a key for each axis, not ${quote(given)}.` }],
    };
  const keys = Object.keys(given).filter((key) => given[key] !== undefined);
  if (keys.length === 0)
    return { entries: [], problems: [{ path: at, code: 'REQUIRED', message: 'needs a parameter to change, such as "fast".' }] };
  const problems: Problem[] = [];
  const seen = new Map<string, string>();
  const entries = keys.flatMap((key): [string, T][] => {
    const path = `${at}/${pointerKey(key)}`;
    const target = targetOf?.(key) ?? { path: key };
    if ('message' in target) {
      problems.push({ path, code: 'UNKNOWN_KEY', ...target });
      return [];
    }
    const value = read(given[key], { path, param: target.param });
    problems.push(...value.problems);
    const before = [...seen].find(([other]) => clash(other, target.path));
    if (before)
      problems.push({ path, code: 'ALIAS_CONFLICT', message: `"${before[1]}" and "${key}" change the same value; give one of them.` });
    seen.set(target.path, key);
    return [[target.path, value]];
  });
  return { entries: entries.sort(([a], [b]) => (a < b ? -1 : 1)), problems };
}

function clash(a: string, b: string): boolean {
  return a === b || a.startsWith(`${b}.`) || b.startsWith(`${a}.`);
}
