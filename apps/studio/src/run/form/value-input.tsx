import type { FieldControl } from '../../design/field.js';
import { isObject, type Json } from '../config/json.js';
import { ChoicesInput } from './choices-input.js';
import type { FieldSpec, Shape } from './field-spec.js';
import { listTyped, numberTyped } from './typed-value.js';
import { useTyped } from './use-typed.js';

interface ValueInputProps {
  readonly control: FieldControl;
  readonly field: FieldSpec;
  /** What the config says; undefined where it says nothing. */
  readonly value: Json | undefined;
  readonly titles: ReadonlyMap<string, string>;
  readonly onValue: (value: Json | undefined) => void;
}

/** The control for a field's shape. */
export function ValueInput({ control, field, value, titles, onValue }: ValueInputProps) {
  const { shape, fallback } = field;
  const shown = value ?? fallback;
  switch (shape.kind) {
    case 'choice':
      return <Select control={control} options={shape.options} titles={titles} value={String(shown ?? '')} onValue={onValue} />;
    case 'choices':
      return <ChoicesInput control={control} options={shape.options} titles={titles} value={shown} onValue={onValue} />;
    case 'choice_or_number':
      return <ChoiceOrNumber control={control} shape={shape} value={shown} onValue={onValue} />;
    case 'text':
      return <TextInput control={control} shape={shape} value={shown} onValue={onValue} />;
    case 'number':
      return <NumberInput control={control} shape={shape} value={shown} onValue={onValue} />;
    case 'number_or_word':
      return <AnyInput control={control} value={shown} read={numberTyped} onValue={onValue} />;
    default:
      return <AnyInput control={control} value={shown} read={listTyped} onValue={onValue} />;
  }
}

interface InputProps<Kind extends Shape['kind']> {
  readonly control: FieldControl;
  readonly shape: Extract<Shape, { readonly kind: Kind }>;
  readonly value: Json | undefined;
  readonly onValue: (value: Json | undefined) => void;
}

function NumberInput({ control, shape, value, onValue }: InputProps<'number'>) {
  const typed = useTyped(value, numberTyped, onValue);
  const step = (event: KeyboardEvent): void => {
    const by = { ArrowUp: 1, ArrowDown: -1 }[event.key];
    if (by === undefined || !shape.isWhole || typeof value !== 'number') return;
    event.preventDefault();
    typed.onBlur();
    onValue(Math.min(shape.max ?? Infinity, Math.max(shape.min ?? -Infinity, value + by)));
  };
  return (
    <input {...control} {...typed} type="text" inputMode={shape.isWhole ? 'numeric' : 'decimal'} autocomplete="off" onKeyDown={step} />
  );
}

function AnyInput({
  control,
  value,
  read,
  onValue,
}: Omit<InputProps<'number'>, 'shape'> & { readonly read: (text: string) => Json | undefined }) {
  const typed = useTyped(value, read, onValue);
  return <input {...control} {...typed} type="text" autocomplete="off" />;
}

function TextInput({ control, shape, value, onValue }: InputProps<'text'>) {
  const typed = useTyped(value, (text) => (text === '' ? undefined : text), onValue);
  if (!shape.isExpression) return <input {...control} {...typed} type="text" autocomplete="off" />;
  return <textarea {...control} {...typed} class="code" rows={3} spellcheck={false} />;
}

function ChoiceOrNumber({ control, shape, value, onValue }: InputProps<'choice_or_number'>) {
  const inner = isObject(value) ? value[shape.key] : undefined;
  const typed = useTyped(inner, numberTyped, (next) => onValue({ [shape.key]: next ?? 0 }));
  const choose = (chosen: Json | undefined): void => onValue(chosen === shape.key ? { [shape.key]: 0.05 } : chosen);
  return (
    <div class="pair">
      <Select
        control={control}
        options={[...shape.options, shape.key]}
        value={isObject(value) ? shape.key : String(value)}
        onValue={choose}
      />
      {isObject(value) && <input {...typed} type="text" inputMode="decimal" aria-label={`Width of the ${shape.key}`} />}
    </div>
  );
}

interface SelectProps {
  readonly control: FieldControl;
  readonly options: readonly string[];
  readonly value: string;
  readonly titles?: ReadonlyMap<string, string>;
  readonly onValue: (value: string) => void;
}

/** One of some words; a word that is none of them stays to be seen. */
export function Select({ control, options, value, titles, onValue }: SelectProps) {
  const all = options.includes(value) ? options : [value, ...options];
  const areNamed = options.every((option) => titles?.has(option)); // a word may be a metric's by chance
  return (
    <select {...control} value={value} onChange={(event) => onValue(event.currentTarget.value)}>
      {all.map((option) => (
        <option key={option} value={option}>
          {(areNamed && titles?.get(option)) || option.replaceAll('_', ' ')}
        </option>
      ))}
    </select>
  );
}
