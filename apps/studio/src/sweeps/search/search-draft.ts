import { isObject, type Json, type JsonObject } from '../../run/config/json.js';
import { pointerOf } from '../../run/config/pointer.js';
import type { Forms } from '../../run/form/forms.js';
import { type AxisChoice, axisChoices, freeChoice, wholePath } from './axis-choices.js';
import { suggestedDraw, suggestedValues } from './suggested-axis.js';

/** A sweep as the form holds it: a SweepConfig, or what may become one. */
export type SearchDraft = JsonObject;

export type How = 'grid' | 'random';

/** Combinations drawn at first. */
const TRIALS = 200;

/** Axes chosen at first. */
const FIRST_AXES = 2;

/** The sweep to begin with: the first numbers of the strategy around their present values, judged for overfitting. */
export function firstSearch(base: JsonObject, forms: Forms): SearchDraft {
  const strategy = axisChoices(base, forms).flatMap(({ choices }) => choices.filter(({ path }) => path.startsWith('strategy.params.')));
  const numbers = strategy.filter(({ field }) => field.shape.kind === 'number').slice(0, FIRST_AXES);
  return {
    base,
    grid: Object.fromEntries(numbers.map((choice) => [choice.path, suggestedValues(choice)])),
    objective: 'sharpe',
    overfitting: {},
  };
}

/** Whether combinations are all tried or drawn. */
export function howOf(draft: SearchDraft): How {
  return isObject(draft['random']) ? 'random' : 'grid';
}

/** The config whose values are changed; an empty one where none can be read. */
export function baseOf(draft: SearchDraft): JsonObject {
  return objectOf(draft['base']);
}

/** The paths that vary, as they stand in the draft. */
export function axisKeys(draft: SearchDraft): readonly string[] {
  const axes = draft[howOf(draft)];
  return isObject(axes) ? Object.keys(axes).filter((key) => key !== 'trials') : [];
}

/** The key under which a path varies; undefined where it does not. */
export function keyOf(draft: SearchDraft, path: string): string | undefined {
  return axisKeys(draft).find((key) => wholePath(key) === path);
}

/** Where an axis stands in the draft. */
export function axisPointer(draft: SearchDraft, key: string): string {
  return pointerOf(howOf(draft), key);
}

/** The draft with a parameter that varies, around its present value. */
export function withAxis(draft: SearchDraft, choice: AxisChoice): SearchDraft {
  const how = howOf(draft);
  const axis = how === 'grid' ? suggestedValues(choice) : suggestedDraw(choice);
  return { ...draft, [how]: { ...objectOf(draft[how]), [choice.path]: axis as Json } };
}

/** The draft without an axis. */
export function withoutAxis(draft: SearchDraft, key: string): SearchDraft {
  const how = howOf(draft);
  return { ...draft, [how]: Object.fromEntries(Object.entries(objectOf(draft[how])).filter(([each]) => each !== key)) };
}

/** The same axes tried in all combinations, or drawn. */
export function changedTo(draft: SearchDraft, how: How, choices: readonly AxisChoice[]): SearchDraft {
  if (how === howOf(draft)) return draft;
  const base = baseOf(draft);
  const axes = axisKeys(draft).map((key): [string, Json] => {
    const choice = choices.find(({ path }) => path === wholePath(key)) ?? freeChoice(key, base);
    const given = objectOf(draft[howOf(draft)])[key];
    return [key, how === 'grid' ? gridOf(given, choice) : drawOf(given, choice)];
  });
  const rest = Object.fromEntries(Object.entries(draft).filter(([key]) => key !== 'grid' && key !== 'random'));
  return { ...rest, [how]: { ...(how === 'random' && { trials: TRIALS }), ...Object.fromEntries(axes) } };
}

const RANGE = /^([^:,]+):([^:,]+):([^:,]+)$/;

function drawOf(given: Json | undefined, choice: AxisChoice): Json {
  if (Array.isArray(given)) return { values: given };
  const [, min, max, step] = RANGE.exec(String(given)) ?? [];
  if (min === undefined) return suggestedDraw(choice) as Json;
  const isWhole = choice.field.shape.kind === 'number' && choice.field.shape.isWhole;
  return { min: Number(min), max: Number(max), ...(isWhole && { step: Number(step) }), scale: 'linear' };
}

function gridOf(given: Json | undefined, choice: AxisChoice): Json {
  const { values, min, max, step } = objectOf(given);
  if (values !== undefined) return values;
  if (typeof min === 'number' && typeof max === 'number' && typeof step === 'number') return `${min}:${max}:${step}`;
  return suggestedValues(choice) as Json;
}

function objectOf(value: Json | undefined): JsonObject {
  return isObject(value) ? value : {};
}
