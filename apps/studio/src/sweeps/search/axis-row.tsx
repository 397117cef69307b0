import type { NormalizedSweep } from '@projecta/client';
import { useId } from 'preact/hooks';
import { useDesk } from '../../run/desk/desk-context.js';
import { textOf } from '../../run/form/typed-value.js';
import type { AxisChoice } from './axis-choices.js';
import { DrawFields } from './draw-fields.js';
import { axisPointer, howOf, keyOf, withAxis, withoutAxis } from './search-draft.js';
import { ValuesField } from './values-field.js';

interface Props {
  readonly choice: AxisChoice;
  /** The sweep in normal form, where it is sound: it says what a range means. */
  readonly normal: NormalizedSweep | undefined;
}

/** A parameter: left as it is, or varied over some values. */
export function AxisRow({ choice, normal }: Props) {
  const { draft, set } = useDesk();
  const id = useId();
  const { path, field, now } = choice;
  const key = keyOf(draft, path);
  const present = now === undefined ? 'not set' : `now ${textOf(now)}`;
  return (
    <div class="search-axis" role="group" aria-labelledby={id}>
      <label class="flag">
        <input
          type="checkbox"
          checked={key !== undefined}
          aria-label={`Vary ${field.label}`}
          onChange={() => set('', key === undefined ? withAxis(draft, choice) : withoutAxis(draft, key))}
        />
        <span id={id}>{field.label}</span>
        {field.unit !== undefined && <span class="unit">{field.unit}</span>}
        <span class="soft now">{present}</span>
      </label>
      {key !== undefined && howOf(draft) === 'grid' && (
        <ValuesField pointer={axisPointer(draft, key)} choice={choice} known={normal?.grid?.[path]} />
      )}
      {key !== undefined && howOf(draft) === 'random' && <DrawFields pointer={axisPointer(draft, key)} choice={choice} />}
    </div>
  );
}
