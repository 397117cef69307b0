import { type Problem, quote } from '@projecta/errors';
import { isPlainObject, pointerKey } from '@projecta/plugin';
import { ValidateBy } from 'class-validator';
import type { Catalogue } from '../catalogue.js';
import { checkCall, type PluginCall } from './plugin-call.js';

/** Where a validated object carries the catalogue its plug-ins are looked up in. */
export const CATALOGUE = Symbol('catalogue');

/** Reads the plug-in calls out of a field's value; what is not shaped like one is some other rule's business. */
export type CallsOf = (value: unknown, path: string) => readonly (PluginCall & { readonly kind: keyof Catalogue })[];

/** What a `@Fits` decorator leaves on a validation error. */
export interface FitsContext {
  readonly callsOf: CallsOf;
}

/** The one constraint for plug-ins: every call in the field names one of the catalogue, with parameters that fit its declaration. */
export function Fits(callsOf: CallsOf): PropertyDecorator {
  const context: FitsContext = { callsOf };
  const validate = (value: unknown, args?: { readonly object: object }): boolean => {
    const catalogue = (args?.object as { [CATALOGUE]?: Catalogue } | undefined)?.[CATALOGUE];
    return catalogue === undefined || callProblems(catalogue, callsOf(value, '')).length === 0;
  };
  return ValidateBy({ name: 'fits', validator: { validate } }, { context, message: 'does not fit' }); // without a message the library drops the context
}

export function callProblems(catalogue: Catalogue, calls: ReturnType<CallsOf>): Problem[] {
  return calls.flatMap((call) => checkCall(catalogue, call.kind, call).problems);
}

/** `{name, params}` or `{model, params}`. */
export function namedCall(kind: keyof Catalogue, key: 'name' | 'model', fallback?: string): CallsOf {
  return (value, path) => {
    const named = value as { readonly name?: unknown; readonly model?: unknown; readonly params?: unknown } | null;
    if (typeof named !== 'object' || named === null) return [];
    const name = named[key] ?? fallback;
    return typeof name === 'string' ? [{ kind, name, params: named.params, namePath: `${path}/${key}`, paramsPath: `${path}/params` }] : [];
  };
}

/** Aliases of validation methods that users of the seed wrote. */
export const METHOD_ALIASES: ReadonlyMap<string, string> = new Map([['bootstrap', 'block_bootstrap']]);

/** `{method: params}`. */
export const methodCalls: CallsOf = (value, path) =>
  isPlainObject(value)
    ? Object.entries(value)
        .filter(([, params]) => params !== undefined)
        .map(([key, params]) => ({
          kind: 'validation_method',
          name: METHOD_ALIASES.get(key) ?? key,
          params,
          namePath: `${path}/${pointerKey(key)}`,
          paramsPath: `${path}/${pointerKey(key)}`,
        }))
    : [];

/** An alias of a validation method beside its canonical name. */
export function methodConflict(value: unknown, path: string): Problem | undefined {
  if (!isPlainObject(value))
    return { path, code: 'WRONG_TYPE', message: `must be an object with a key for each method, not ${quote(value)}.` };
  const both = [...METHOD_ALIASES].find(([alias, name]) => value[alias] !== undefined && value[name] !== undefined);
  if (both === undefined) return undefined;
  const [alias, name] = both;
  return { path: `${path}/${alias}`, code: 'ALIAS_CONFLICT', message: `"${alias}" and "${name}" are the same method; give one of them.` };
}
