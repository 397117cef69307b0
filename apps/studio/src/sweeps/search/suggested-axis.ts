import type { SweepAxis } from '@projecta/client';
import type { FieldSpec } from '../../run/form/field-spec.js';
import type { AxisChoice } from './axis-choices.js';

type Values = readonly (number | string | boolean)[] | string;

/** Steps below and above the present value. */
const BELOW = 4;
const ABOVE = 5;

/** Values to try around the present one: ten or so steps of a round size within what is allowed; of words and flags all. */
export function suggestedValues({ field, now }: AxisChoice): Values {
  const { shape } = field;
  if (shape.kind === 'flag') return [false, true];
  if (shape.kind === 'choice') return shape.options;
  const range = rangeAround(field, now);
  if (range) return `${range.min}:${range.max}:${range.step}`;
  return typeof now === 'number' || typeof now === 'string' || typeof now === 'boolean' ? [now] : [];
}

/** What to draw from around the present value. */
export function suggestedDraw(choice: AxisChoice): SweepAxis {
  const { shape } = choice.field;
  const range = rangeAround(choice.field, choice.now);
  if (!range) {
    const values = suggestedValues(choice);
    return { values: typeof values === 'string' ? values : [...values] };
  }
  const { min, max } = range;
  return { min, max, ...(shape.kind === 'number' && shape.isWhole && { step: 1 }), scale: 'linear' };
}

interface Range {
  readonly min: number;
  readonly max: number;
  readonly step: number;
}

function rangeAround({ shape, unit }: FieldSpec, now: unknown): Range | undefined {
  if (shape.kind !== 'number' && shape.kind !== 'number_or_word') return undefined;
  const isWhole = shape.kind === 'number' && shape.isWhole;
  const least = shape.min ?? -Infinity;
  const most = (shape.kind === 'number' ? shape.max : undefined) ?? Infinity;
  const at = typeof now === 'number' ? now : Math.max(0, Number.isFinite(least) ? least : 0);
  const step = Math.max(isWhole ? 1 : 0, at === 0 ? stepFromZero(unit) : niceStep(Math.abs(at) / 5));
  const fits = (value: number): boolean => value <= most && (value > least || (value === least && (isWhole || value === at)));
  const values = Array.from({ length: BELOW + ABOVE + 1 }, (_, i) => decimal(at + (i - BELOW) * step)).filter(fits);
  const [min, max] = [values[0], values.at(-1)];
  return min === undefined || max === undefined || min === max ? undefined : { min, max, step };
}

/** Where nothing tells a size: a twentieth of the whole, one of anything else. */
function stepFromZero(unit: string | undefined): number {
  return unit?.startsWith('fraction') ? 0.05 : 1;
}

/** The nearest of 1, 2 and 5 times a power of ten. */
function niceStep(size: number): number {
  const [digits, exponent] = size.toExponential(6).split('e') as [string, string];
  const nice = [1, 2, 5, 10].reduce((best, each) => (Math.abs(each - Number(digits)) < Math.abs(best - Number(digits)) ? each : best));
  return Number(`${nice}e${exponent}`);
}

/** Without the rounding of binary sums. */
function decimal(value: number): number {
  return Number(value.toPrecision(12));
}
