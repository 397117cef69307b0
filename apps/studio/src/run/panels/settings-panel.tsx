import { useDesk } from '../desk/desk-context.js';
import { FieldGroup } from '../form/field-group.js';
import { only } from '../form/forms.js';
import { Panel } from './panel.js';

export function SettingsPanel() {
  const { forms } = useDesk();
  return (
    <Panel title="Measuring and chance">
      <FieldGroup of="/metrics" fields={forms.metrics} />
      <FieldGroup of="" fields={only(forms.top, ['seed'])} />
    </Panel>
  );
}
