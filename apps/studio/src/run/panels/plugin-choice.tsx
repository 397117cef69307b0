import { Field } from '../../design/field.js';
import { valueAt } from '../config/pointer.js';
import { useDesk, useErrorAt } from '../desk/desk-context.js';
import { FieldGroup } from '../form/field-group.js';
import type { PluginForm } from '../form/forms.js';

interface PluginChoiceProps {
  readonly label: string;
  readonly plugins: readonly PluginForm[];
  /** Where the object is that names it. */
  readonly of: string;
  /** The key of the name. */
  readonly nameKey: 'name' | 'model';
  /** The one that stands where none is named. */
  readonly fallback: string;
}

/** Which plug-in, what it does, and its parameters. */
export function PluginChoice({ label, plugins, of, nameKey, fallback }: PluginChoiceProps) {
  const { draft, set } = useDesk();
  const pointer = `${of}/${nameKey}`;
  const error = useErrorAt(pointer);
  const name = String(valueAt(draft, pointer) ?? fallback);
  const plugin = plugins.find((each) => each.name === name);
  const choose = (chosen: string): void => {
    const rest = Object.entries(valueAt(draft, of) ?? {}).filter(([key]) => key !== 'params');
    set(of, { ...Object.fromEntries(rest), [nameKey]: chosen });
  };
  return (
    <>
      <Field label={label} help={plugin?.description} error={error}>
        {(control) => (
          <select {...control} value={name} onChange={(event) => choose(event.currentTarget.value)}>
            {!plugin && <option value={name}>{name}</option>}
            {plugins.map((each) => (
              <option key={each.name} value={each.name}>
                {each.title}
              </option>
            ))}
          </select>
        )}
      </Field>
      <FieldGroup of={`${of}/params`} fields={plugin?.fields ?? []} />
      {plugin?.source && <p class="source">After {plugin.source}</p>}
    </>
  );
}
