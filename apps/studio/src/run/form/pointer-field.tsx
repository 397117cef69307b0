import { useId } from 'preact/hooks';
import { Field } from '../../design/field.js';
import { pointerOf, valueAt } from '../config/pointer.js';
import { useDesk, useErrorAt } from '../desk/desk-context.js';
import type { FieldSpec } from './field-spec.js';
import { GridField } from './grid-field.js';
import { percentHint } from './typed-value.js';
import { ValueInput } from './value-input.js';

interface PointerFieldProps {
  /** Where the object is that the field belongs to. */
  readonly of: string;
  readonly field: FieldSpec;
}

/** A field of the config, with what is wrong there. */
export function PointerField({ of, field }: PointerFieldProps) {
  if (field.shape.kind === 'grid') return <GridField of={of} field={field} />;
  if (field.shape.kind === 'flag') return <FlagField of={of} field={field} />;
  return <TypedField of={of} field={field} />;
}

function TypedField({ of, field }: PointerFieldProps) {
  const { draft, forms, set } = useDesk();
  const pointer = of + pointerOf(field.name);
  const error = useErrorAt(pointer);
  const value = valueAt(draft, pointer);
  const percent = percentHint(value ?? field.fallback, field.unit);
  const unit = [field.unit, percent && `(${percent})`, field.isRequired && value === undefined && '(needed)'].filter(Boolean).join(' ');
  return (
    <Field label={field.label} unit={unit === '' ? undefined : unit} help={field.help} error={error}>
      {(control) => (
        <ValueInput control={control} field={field} value={value} titles={forms.titles} onValue={(next) => set(pointer, next)} />
      )}
    </Field>
  );
}

function FlagField({ of, field: { name, label, help, fallback } }: PointerFieldProps) {
  const { draft, set } = useDesk();
  const id = useId();
  const pointer = of + pointerOf(name);
  const error = useErrorAt(pointer);
  const isOn = (valueAt(draft, pointer) ?? fallback) === true;
  return (
    <div class="field">
      <label class="flag" for={id}>
        <input
          id={id}
          type="checkbox"
          checked={isOn}
          aria-describedby={`${id}-help`}
          aria-invalid={error === undefined ? undefined : true}
          onChange={(event) => set(pointer, event.currentTarget.checked)}
        />
        {label}
      </label>
      <p class="help" id={`${id}-help`}>
        {help}
      </p>
      {error !== undefined && <p class="error">{error}</p>}
    </div>
  );
}
