import { type Problem, quote, suggestion } from '@projecta/errors';
import { checkValue, isPlainObject, type Param, pointerKey } from '@projecta/plugin';
import { axisValues, type ValuesRule } from './axis-values.js';
import { decimalSteps } from './decimal-steps.js';
import type { NormalizedRandomAxis } from './sweep-config.js';

export interface CheckedRandomAxis {
  readonly axis?: NormalizedRandomAxis;
  readonly problems: readonly Problem[];
}

const KEYS = ['values', 'min', 'max', 'step', 'scale'];

/** One axis of a random sweep in normal form: `{values}`, or `{min, max, step?, scale}`. A whole-numbered parameter takes steps of 1 where none is given. */
export function randomAxis(given: unknown, rule: ValuesRule): CheckedRandomAxis {
  const { path, param } = rule;
  const rules = '{"values": […]} or {"min": a, "max": b, "step": s, "scale": "linear" or "log"}';
  if (!isPlainObject(given)) return { problems: [{ path, code: 'WRONG_TYPE', message: `must be ${rules}, not ${quote(given)}.` }] };
  const keys = Object.keys(given).filter((key) => given[key] !== undefined);
  const unknown = keys.filter((key) => !KEYS.includes(key)).map((key) => unknownKey(key, path));
  if (keys.includes('values')) {
    const beside = keys.filter((key) => key !== 'values' && KEYS.includes(key));
    const message = 'stands beside "values", which already says what is drawn; give one of them.';
    const both = beside.map((key): Problem => ({ path: `${path}/${key}`, code: 'NOT_ALLOWED', message }));
    const { values, problems } = axisValues(given['values'], { ...rule, path: `${path}/values` });
    return { axis: { values }, problems: [...unknown, ...both, ...problems] };
  }
  const problems = [...unknown, ...boundProblems(given, rule)];
  if (problems.length > 0) return { problems };
  const { min, max } = given as { readonly min: number; readonly max: number };
  const step = (given['step'] as number | undefined) ?? (param?.type === 'int' ? 1 : undefined);
  const scale = (given['scale'] as 'linear' | 'log' | undefined) ?? 'linear';
  return { axis: { min: min + 0, max: max + 0, ...(step !== undefined && { step }), scale }, problems };
}

function boundProblems(given: Readonly<Record<string, unknown>>, { path, param }: ValuesRule): Problem[] {
  const { min, max, step, scale = 'linear' } = given;
  const problems: Problem[] = [];
  const put = (key: string, code: Problem['code'], message: string): void => void problems.push({ path: `${path}/${key}`, code, message });
  for (const [key, value] of Object.entries({ min, max, step })) {
    if (value === undefined && key === 'step') continue;
    if (value === undefined) put(key, 'REQUIRED', `is required: it must be a number${key === 'min' ? ', or give "values"' : ''}.`);
    else if (typeof value !== 'number') put(key, 'WRONG_TYPE', `must be a number, not ${quote(value)}.`);
    else problems.push(...wrongKind(value, `${path}/${key}`, param));
  }
  if (scale !== 'linear' && scale !== 'log') put('scale', 'NOT_ALLOWED', `must be "linear" or "log", not ${quote(scale)}.`);
  if (problems.length > 0) return problems;
  const [from, to, by] = [min, max, step] as [number, number, number | undefined];
  if (from > to) put('max', 'OUT_OF_RANGE', `must be at least min (${from}), not ${to}.`);
  if (scale === 'log' && from <= 0) put('min', 'OUT_OF_RANGE', `must be above 0 on a logarithmic scale, not ${from}.`);
  if (by !== undefined && !(by > 0)) put('step', 'OUT_OF_RANGE', `must be above 0, not ${by}.`);
  if (problems.length > 0 || by === undefined) return problems;
  const steps = decimalSteps(String(from), String(to), String(by))!;
  if (!Number.isSafeInteger(steps.count))
    put('step', 'OUT_OF_RANGE', `is too small: ${by} does not divide the range into countable steps.`);
  return problems;
}

function wrongKind(value: number, path: string, param: Param | undefined): Problem[] {
  const problem = param && checkValue(param, value, path);
  return problem && problem.code !== 'OUT_OF_RANGE' ? [problem] : [];
}

function unknownKey(key: string, path: string): Problem {
  const message = `there is no ${quote(key)} here.${suggestion(key, KEYS)} It takes ${KEYS.join(', ')}.`;
  return { path: `${path}/${pointerKey(key)}`, code: 'UNKNOWN_KEY', message, allowed: KEYS };
}
