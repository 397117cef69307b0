import { Field } from '../../design/field.js';
import { valueAt } from '../config/pointer.js';
import { useDesk, useErrorAt } from '../desk/desk-context.js';
import { useTyped } from '../form/use-typed.js';
import { asDay, isDay } from './span.js';

interface InstantFieldProps {
  readonly pointer: string;
  readonly label: string;
  readonly help: string;
}

/** A day in a date control; an instant within a day as the text that it is. */
export function InstantField({ pointer, label, help }: InstantFieldProps) {
  const { draft, set } = useDesk();
  const error = useErrorAt(pointer);
  const value = asDay(valueAt(draft, pointer));
  // a date control that is not filled in has no text: what was there stays until it is
  const typed = useTyped(
    value,
    (text) => (text === '' ? value : text),
    (next) => set(pointer, next),
  );
  return (
    <Field label={label} unit="UTC" help={help} error={error}>
      {(control) =>
        isDay(value) || value === undefined ? <input {...control} {...typed} type="date" /> : <input {...control} {...typed} type="text" />
      }
    </Field>
  );
}
