import { isObject, type Json, type JsonObject } from '../../run/config/json.js';
import { valueAt } from '../../run/config/pointer.js';
import type { FieldSpec } from '../../run/form/field-spec.js';
import type { Forms } from '../../run/form/forms.js';

/** A value of the base that a sweep can vary. */
export interface AxisChoice {
  /** Its whole path in the config, with dots. */
  readonly path: string;
  readonly field: FieldSpec;
  /** What the base says, or its default. */
  readonly now: Json | undefined;
}

/** Those of one part of the config. */
export interface ChoiceGroup {
  readonly title: string;
  readonly choices: readonly AxisChoice[];
}

/** Everything in a base that the catalogue knows and a sweep can vary: numbers, flags and words; texts, lists and objects are left to a path typed by hand. */
export function axisChoices(base: JsonObject, forms: Forms): readonly ChoiceGroup[] {
  const named = (at: string, fallback: string): string => String(valueAt(base, at) ?? fallback);
  const strategy = forms.strategy.find(({ name }) => name === named('/strategy/name', ''));
  const risk = forms.risk_model.find(({ name }) => name === named('/risk/model', forms.defaultModel.risk));
  const slippage = forms.slippage_model.find(({ name }) => name === named('/execution/slippage_model/model', forms.defaultModel.slippage));
  const group = (title: string, prefix: string, fields: readonly FieldSpec[] = []): ChoiceGroup => ({
    title,
    choices: fields.filter(canVary).map((field) => {
      const path = `${prefix}.${field.name}`;
      return { path, field, now: valueAt(base, `/${path.replaceAll('.', '/')}`) ?? field.fallback };
    }),
  });
  return [
    group(strategy?.title ?? 'Strategy', 'strategy.params', strategy?.fields),
    group(risk?.title ?? 'Risk model', 'risk.params', risk?.fields),
    group('Risk', 'risk', forms.risk),
    group('Costs and fills', 'execution', forms.execution),
    group(slippage?.title ?? 'Slippage', 'execution.slippage_model.params', slippage?.fields),
  ].filter(({ choices }) => choices.length > 0);
}

/** The field of a path that the catalogue does not know: anything may be given. */
export function freeChoice(path: string, base: JsonObject): AxisChoice {
  const whole = wholePath(path);
  const field: FieldSpec = {
    ...{ name: whole, label: whole, help: undefined, unit: undefined, fallback: undefined, isRequired: false },
    shape: { kind: 'text', isExpression: false },
  };
  const now = valueAt(base, `/${whole.replaceAll('.', '/')}`);
  return { path: whole, field, now: isObject(now) ? undefined : now };
}

/** A bare name means a parameter of the strategy. */
export function wholePath(path: string): string {
  return path.includes('.') ? path : `strategy.params.${path}`;
}

function canVary({ shape }: FieldSpec): boolean {
  return shape.kind === 'number' || shape.kind === 'number_or_word' || shape.kind === 'flag' || shape.kind === 'choice';
}
