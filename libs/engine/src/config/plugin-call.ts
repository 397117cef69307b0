import { type ErrorCode, type Problem, quote, suggestion } from '@projecta/errors';
import { checkParams, type Params, type ParamsOf } from '@projecta/plugin';
import type { Catalogue } from '../catalogue.js';
import { guarded } from '../guarded.js';
import { configParams } from './config-params.js';
import type { ParamValues } from './normalized-run-config.js';

/** A plug-in as a config names it, and where its name and its parameters stand there. */
export interface PluginCall {
  readonly name: string;
  readonly params: unknown;
  readonly namePath: string;
  readonly paramsPath: string;
}

export interface CheckedCall {
  /** Canonical names, defaults written out. Only meaningful without problems. */
  readonly params: ParamValues;
  readonly problems: readonly Problem[];
}

const UNKNOWN: Readonly<Record<keyof Catalogue, ErrorCode>> = {
  indicator: 'UNKNOWN_INDICATOR',
  strategy: 'UNKNOWN_STRATEGY',
  risk_model: 'UNKNOWN_RISK_MODEL',
  slippage_model: 'UNKNOWN_SLIPPAGE_MODEL',
  validation_method: 'UNKNOWN_METHOD',
};

/** Checks a named plug-in with its parameters against its declaration. */
export function checkCall(catalogue: Catalogue, kind: keyof Catalogue, call: PluginCall): CheckedCall {
  const definition = catalogue[kind].get(call.name);
  if (!definition) return { params: {}, problems: [unknownName(catalogue, kind, call)] };
  const declared = checkParams(configParams(definition), call.params === undefined ? {} : call.params, call.paramsPath);
  const { params } = declared;
  const who = `${kind.replace('_', ' ')} ${call.name}`;
  const inValues = 'problems' in definition ? guarded(who, () => definition.problems?.(params as ParamsOf<Params>) ?? []) : [];
  const problems = [
    ...declared.problems,
    ...inValues.map(({ param, code, message }) => ({ path: `${call.paramsPath}/${param}`, code, message })),
  ];
  if (problems.length > 0 || !('check' in definition)) return { params: params as ParamValues, problems };
  const clash = guarded(who, () => definition.check?.(params as ParamsOf<Params>));
  const clashes: Problem[] = clash ? [{ path: `${call.paramsPath}/${clash.param}`, code: 'OUT_OF_RANGE', message: clash.message }] : [];
  return { params: params as ParamValues, problems: clashes };
}

function unknownName(catalogue: Catalogue, kind: keyof Catalogue, { name, namePath }: PluginCall): Problem {
  const names = [...catalogue[kind].keys()];
  const few = names.length <= 12;
  const listed = few ? ` It takes ${names.join(', ')}.` : ` The catalogue lists all ${names.length}.`;
  const message = `there is no ${kind.replace('_', ' ')} ${quote(name)}.${suggestion(name, names)}${listed}`;
  return { path: namePath, code: UNKNOWN[kind], message, ...(few ? { allowed: names } : {}) };
}
