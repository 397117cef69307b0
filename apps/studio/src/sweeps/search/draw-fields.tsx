import { Button } from '../../design/button.js';
import { Field } from '../../design/field.js';
import { isObject } from '../../run/config/json.js';
import { valueAt } from '../../run/config/pointer.js';
import { useDesk, useErrorAt } from '../../run/desk/desk-context.js';
import { numberTyped } from '../../run/form/typed-value.js';
import { useTyped } from '../../run/form/use-typed.js';
import { Select } from '../../run/form/value-input.js';
import type { AxisChoice } from './axis-choices.js';
import { suggestedDraw, suggestedValues } from './suggested-axis.js';
import { ValuesField } from './values-field.js';

interface Props {
  /** Where the axis stands in the sweep. */
  readonly pointer: string;
  readonly choice: AxisChoice;
}

const SCALES = ['linear', 'log'];

/** What an axis of a random sweep is drawn from: a range, or some values. */
export function DrawFields({ pointer, choice }: Props) {
  const { draft, set } = useDesk();
  const axis = valueAt(draft, pointer);
  const scale = valueAt(draft, `${pointer}/scale`);
  const isList = isObject(axis) && axis['values'] !== undefined;
  const range = suggestedDraw(choice);
  if (isList)
    return (
      <>
        <ValuesField pointer={`${pointer}/values`} choice={choice} />
        {'min' in range && (
          <Button kind="quiet" onClick={() => set(pointer, { ...range })}>
            Draw from a range
          </Button>
        )}
      </>
    );
  return (
    <>
      <div class="search-draw">
        <NumberField pointer={`${pointer}/min`} label="Least" />
        <NumberField pointer={`${pointer}/max`} label="Greatest" />
        <NumberField pointer={`${pointer}/step`} label="Step" placeholder="any" />
        <Field label="Scale">
          {(control) => (
            <Select
              control={control}
              options={SCALES}
              value={String(scale ?? 'linear')}
              onValue={(next) => set(`${pointer}/scale`, next)}
            />
          )}
        </Field>
      </div>
      <Button kind="quiet" onClick={() => set(pointer, { values: suggestedValues(choice) })}>
        Draw from a list
      </Button>
    </>
  );
}

function NumberField({ pointer, label, placeholder }: { readonly pointer: string; readonly label: string; readonly placeholder?: string }) {
  const { draft, set } = useDesk();
  const error = useErrorAt(pointer);
  const typed = useTyped(valueAt(draft, pointer), numberTyped, (value) => set(pointer, value));
  return (
    <Field label={label} error={error}>
      {(control) => <input {...control} {...typed} type="text" inputMode="decimal" autocomplete="off" placeholder={placeholder} />}
    </Field>
  );
}
