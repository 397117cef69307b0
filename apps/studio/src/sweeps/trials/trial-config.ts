import type { NormalizedSweep, RunConfig } from '@projecta/client';
import { isObject, type Json } from '../../run/config/json.js';
import { valuesOf } from '../sweep/sweep-axes.js';
import { pointAt, type Trials } from './trials.js';

/** The config of a trial's own run: the base with the row's values at their paths. */
export function trialConfig(sweep: NormalizedSweep, trials: Pick<Trials, 'params'>, row: number): RunConfig {
  const config = Object.entries(pointAt(trials, row)).reduce<Json>(
    (into, [path, value]) => put(into, path.split('.'), meant(value, valuesOf(sweep, path))),
    sweep.base as unknown as Json,
  );
  return config as unknown as RunConfig;
}

/** The value as it was given: a column of mixed kinds holds texts. */
function meant(value: Value, given: readonly Value[] | undefined): Value {
  return given?.find((one) => String(one) === String(value)) ?? value;
}

type Value = number | string | boolean;

/** A copy with a value at a path; objects on the way are made, and a word in their place gives way. */
function put(into: Json | undefined, [key, ...rest]: readonly string[], value: Json): Json {
  if (key === undefined) return value;
  const before = isObject(into) ? into : {};
  return { ...before, [key]: put(before[key], rest, value) };
}
