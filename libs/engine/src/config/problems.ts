import { parseInstant, TIMEFRAMES } from '@projecta/candles';
import { type Problem, ProjectaError, quote, suggestion } from '@projecta/errors';
import { checkValue, isPlainObject, type Param, pointerKey, real } from '@projecta/plugin';

/** What is wrong with a value at a path, or undefined. */
export type ProblemOf = (value: unknown, path: string) => Problem | undefined;

/** The rule of a declared parameter. */
export function declared(param: Param): ProblemOf {
  return (value, path) => checkValue(param, value, path);
}

/** Symbols: 1–64 of a small alphabet, and never something that a file system reads as a path upwards. */
export const symbolProblem: ProblemOf = (value, path) => {
  if (typeof value !== 'string')
    return { path, code: 'WRONG_TYPE', message: `must be a string such as "TEST" or "BTC/USD", not ${quote(value)}.` };
  if (!/^[A-Za-z0-9._\-/:]{1,64}$/.test(value)) {
    return { path, code: 'NOT_ALLOWED', message: `must be 1 to 64 of A-Z a-z 0-9 . _ - / :, not ${quote(value)}.` };
  }
  const segment = value.split('/').find((part) => part === '' || part === '.' || part === '..');
  return segment === undefined
    ? undefined
    : { path, code: 'NOT_ALLOWED', message: `must not have an empty, "." or ".." segment: ${quote(value)} would read as a path.` };
};

/** A plug-in's name; whether there is one is asked of the catalogue. */
export const nameProblem: ProblemOf = (value, path) =>
  typeof value === 'string' ? undefined : { path, code: 'WRONG_TYPE', message: `must be a name, not ${quote(value)}.` };

export const timeframeProblem: ProblemOf = (value, path) => {
  if (typeof value !== 'string') return { path, code: 'WRONG_TYPE', message: `must be a string such as "1d", not ${quote(value)}.` };
  if ((TIMEFRAMES as readonly string[]).includes(value)) return undefined;
  const hint = `${suggestion(value, TIMEFRAMES)} It takes ${TIMEFRAMES.join(', ')}.`;
  return { path, code: 'NOT_ALLOWED', message: `${quote(value)} is not a timeframe.${hint}`, allowed: TIMEFRAMES };
};

export const instantProblem: ProblemOf = (value, path) => {
  const rule = 'YYYY-MM-DD, an ISO 8601 instant with a zone, or epoch milliseconds';
  if (typeof value !== 'string' && typeof value !== 'number')
    return { path, code: 'WRONG_TYPE', message: `must be ${rule}, not ${quote(value)}.` };
  try {
    parseInstant(value, path);
    return undefined;
  } catch (error) {
    if (!(error instanceof ProjectaError)) throw error;
    const { code, message } = error;
    return { path, code, message: message.startsWith(`${path}: `) ? message.slice(path.length + 2) : message };
  }
};

export const rebalanceProblem: ProblemOf = (value, path) => {
  const rule = '"on_change", "every_bar" or {"band": x}';
  if (isPlainObject(value)) {
    const extra = Object.keys(value).find((key) => key !== 'band');
    if (extra !== undefined)
      return {
        path: `${path}/${pointerKey(extra)}`,
        code: 'UNKNOWN_KEY',
        message: `there is no ${quote(extra)} here; a band is written {"band": 0.05}.`,
      };
    return checkValue(BAND, value['band'], `${path}/band`);
  }
  if (typeof value !== 'string') return { path, code: 'WRONG_TYPE', message: `must be ${rule}, not ${quote(value)}.` };
  if (value === 'on_change' || value === 'every_bar') return undefined;
  return {
    path,
    code: 'NOT_ALLOWED',
    message: `must be ${rule}, not ${quote(value)}.${suggestion(value, ['on_change', 'every_bar'])}`,
    allowed: ['on_change', 'every_bar'],
  };
};

const BAND = real({ min: 0 });
