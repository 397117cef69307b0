import { useDesk } from '../desk/desk-context.js';
import { FieldGroup } from '../form/field-group.js';
import { only, without } from '../form/forms.js';
import { Panel } from './panel.js';
import { PluginChoice } from './plugin-choice.js';

const EXITS = ['stop_loss', 'take_profit', 'trailing_stop', 'max_bars_held'];

export function RiskPanel() {
  const { forms } = useDesk();
  return (
    <Panel title="Risk">
      <PluginChoice
        label="How large a position is"
        plugins={forms.risk_model}
        of="/risk"
        nameKey="model"
        fallback={forms.defaultModel.risk}
      />
      <FieldGroup of="/risk" fields={without(forms.risk, EXITS)} />
      <h3>Protective exits</h3>
      <FieldGroup of="/risk" fields={only(forms.risk, EXITS)} />
    </Panel>
  );
}
