import { type Problem, quote, suggestion } from '@projecta/errors';
import { checkValue, hint } from './check-value.js';
import { isPlainObject, pointerKey } from './plain-object.js';
import type { Param, Params, ParamValue } from './param.js';

export interface CheckedParams {
  /** Canonical names, defaults written out, absent optional ones absent. Only meaningful when `problems` is empty. */
  readonly params: Readonly<Record<string, ParamValue>>;
  readonly problems: readonly Problem[];
}

/** Checks submitted parameters against their declaration: aliases and defaults made explicit, every problem listed with its path. */
export function checkParams(declared: Params, submitted: unknown, path: string): CheckedParams {
  const problems: Problem[] = [];
  if (!isPlainObject(submitted)) {
    return { params: {}, problems: [{ path, code: 'WRONG_TYPE', message: `must be an object of parameters, not ${quote(submitted)}.` }] };
  }
  const given = resolveAliases(declared, submitted, path, problems);
  const params: Record<string, ParamValue> = {};
  for (const [name, param] of Object.entries(declared)) {
    const entry = given.get(name);
    if (entry === undefined) {
      const fallback = param.default;
      if (fallback === undefined && !isOptional(param))
        problems.push({ path: `${path}/${name}`, code: 'REQUIRED', message: `"${name}" is required: ${hint(param)}.` });
      else if (fallback !== undefined) params[name] = fallback;
      continue;
    }
    const problem = checkValue(param, entry.value, `${path}/${entry.key}`);
    if (problem) problems.push(problem);
    else params[name] = Object.is(entry.value, -0) ? 0 : (entry.value as ParamValue);
  }
  return { params, problems };
}

interface Given {
  readonly key: string;
  readonly value: unknown;
}

function resolveAliases(declared: Params, submitted: Record<string, unknown>, path: string, problems: Problem[]): Map<string, Given> {
  const canonical = new Map<string, string>();
  for (const [name, param] of Object.entries(declared)) {
    canonical.set(name, name);
    for (const alias of param.aliases ?? []) if (!Object.hasOwn(declared, alias)) canonical.set(alias, name);
  }
  const given = new Map<string, Given>();
  for (const key of Object.keys(submitted)) {
    const name = canonical.get(key);
    const value = submitted[key];
    if (name === undefined) {
      const allowed = Object.keys(declared);
      const known = allowed.length > 0 ? ` It takes ${allowed.join(', ')}.` : ' It takes none.';
      problems.push({
        path: `${path}/${pointerKey(key)}`,
        code: 'UNKNOWN_KEY',
        message: `there is no parameter ${quote(key)}.${suggestion(key, [...canonical.keys()])}${known}`,
        allowed,
      });
    } else if (value !== undefined) {
      const before = given.get(name);
      if (before)
        problems.push({
          path: `${path}/${pointerKey(key)}`,
          code: 'ALIAS_CONFLICT',
          message: `"${before.key}" and "${key}" are the same parameter; give one of them.`,
        });
      else given.set(name, { key, value });
    }
  }
  return given;
}

function isOptional(param: Param): boolean {
  return 'optional' in param && param.optional === true;
}
