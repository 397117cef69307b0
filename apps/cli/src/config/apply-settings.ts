import { ProjectaError, type Problem, quote, ValidationFailed } from '@projecta/errors';
import type { JsonValue } from '@projecta/hashing';
import { optionValue } from './option-value.js';

type JsonObject = Readonly<Record<string, JsonValue>>;

const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * A config with `path=value` settings applied in turn: `strategy.params.fast=10`, `indicators.0.name=ema`.
 * A value is JSON, or else a string; objects on the way are made.
 * @throws ValidationFailed with every setting that does not fit
 */
export function applySettings(config: JsonValue, settings: readonly string[]): JsonValue {
  const problems: Problem[] = [];
  let changed = config;
  for (const setting of settings) {
    try {
      changed = applied(changed, setting);
    } catch (error) {
      if (!(error instanceof ProjectaError)) throw error;
      problems.push({ path: `--set ${setting.split('=')[0]!}`, code: error.code, message: error.message });
    }
  }
  if (problems.length > 0) throw new ValidationFailed(problems, 'The command line');
  return changed;
}

function applied(config: JsonValue, setting: string): JsonValue {
  const at = setting.indexOf('=');
  if (at < 1) throw refusal(`${quote(setting)} is not path=value. Write it as --set strategy.params.fast=10.`);
  const steps = setting.slice(0, at).split('.');
  if (steps.includes('')) throw refusal(`the path ${quote(setting.slice(0, at))} has an empty step.`);
  const bad = steps.find((step) => FORBIDDEN.has(step));
  if (bad !== undefined) throw refusal(`the key ${quote(bad)} is never allowed.`);
  return withValue(config, steps, optionValue(setting.slice(at + 1)));
}

function withValue(into: JsonValue, [step, ...rest]: readonly string[], value: JsonValue): JsonValue {
  if (step === undefined) return value;
  if (Array.isArray(into)) return withElement(into as readonly JsonValue[], step, (element) => withValue(element, rest, value));
  if (typeof into !== 'object' || into === null) throw refusal(`${quote(step)} lies inside ${quote(into)}, which is no object.`);
  const object = into as JsonObject;
  return { ...object, [step]: withValue(Object.hasOwn(object, step) ? object[step]! : {}, rest, value) };
}

function withElement(list: readonly JsonValue[], step: string, change: (element: JsonValue) => JsonValue): JsonValue {
  const i = /^\d{1,6}$/.test(step) ? Number(step) : NaN;
  if (!(i <= list.length)) throw refusal(`${quote(step)} is no place in a list of ${list.length}; places count from 0.`);
  return [...list.slice(0, i), change(list[i] ?? {}), ...list.slice(i + 1)];
}

function refusal(message: string): ProjectaError {
  return new ProjectaError('NOT_ALLOWED', message);
}
