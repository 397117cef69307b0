import { Field } from '../../design/field.js';
import { pointerOf, valueAt } from '../config/pointer.js';
import { useDesk, useErrorAt } from '../desk/desk-context.js';
import { isObject } from '../config/json.js';
import type { FieldSpec } from './field-spec.js';
import { listTyped } from './typed-value.js';
import { useTyped } from './use-typed.js';

/** Values to try, a list for each number that the strategy takes. */
export function GridField({ of, field }: { readonly of: string; readonly field: FieldSpec }) {
  const { draft, forms } = useDesk();
  const strategy = forms.strategy.find(({ name }) => name === valueAt(draft, '/strategy/name'));
  const numbers = strategy?.fields.filter(({ shape }) => shape.kind === 'number') ?? [];
  if (numbers.length === 0) return null;
  return (
    <fieldset class="grid-field">
      <legend>
        {field.label} <span class="unit">values to try, with commas between</span>
      </legend>
      <p class="help">{field.help}</p>
      <div class="fields">
        {numbers.map(({ name, label }) => (
          <GridLine key={name} grid={of + pointerOf(field.name)} name={name} label={label} />
        ))}
      </div>
    </fieldset>
  );
}

function GridLine({ grid, name, label }: { readonly grid: string; readonly name: string; readonly label: string }) {
  const { draft, set } = useDesk();
  const pointer = grid + pointerOf(name);
  const error = useErrorAt(pointer);
  const typed = useTyped(valueAt(draft, pointer), listTyped, (list) => {
    const others = Object.keys(objectAt(valueAt(draft, grid))).filter((each) => each !== name);
    set(list === undefined && others.length === 0 ? grid : pointer, list);
  });
  return (
    <Field label={label} error={error}>
      {(control) => <input {...control} {...typed} type="text" autocomplete="off" placeholder="such as 5, 10, 20" />}
    </Field>
  );
}

function objectAt(value: unknown): object {
  return isObject(value) ? value : {};
}
