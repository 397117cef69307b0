import { useId } from 'preact/hooks';
import { pointerOf, valueAt } from '../config/pointer.js';
import { useDesk } from '../desk/desk-context.js';
import { FieldGroup } from '../form/field-group.js';
import type { PluginForm } from '../form/forms.js';
import { Panel } from './panel.js';

/** Runs whatever the config says; its options alone can be changed. */
const ALWAYS = 'causality';

export function ValidationPanel() {
  const { forms } = useDesk();
  return (
    <Panel title="Validation">
      {forms.validation_method.map((method) => (
        <Method key={method.name} method={method} />
      ))}
    </Panel>
  );
}

/** A method, on or off, with its options while it is on. */
function Method({ method: { name, title, description, fields } }: { readonly method: PluginForm }) {
  const { draft, set } = useDesk();
  const id = useId();
  const pointer = `/validation${pointerOf(name)}`;
  const isOn = name === ALWAYS || valueAt(draft, pointer) !== undefined;
  return (
    <section class="method" aria-labelledby={id}>
      <label class="flag">
        <input
          type="checkbox"
          role="switch"
          checked={isOn}
          disabled={name === ALWAYS}
          aria-describedby={`${id}-help`}
          onChange={(event) => set(pointer, event.currentTarget.checked ? {} : undefined)}
        />
        <span id={id}>{title}</span>
      </label>
      <p class="help" id={`${id}-help`}>
        {description}
      </p>
      {isOn && <FieldGroup of={pointer} fields={fields} />}
    </section>
  );
}
