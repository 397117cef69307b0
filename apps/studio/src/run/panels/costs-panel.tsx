import { useDesk } from '../desk/desk-context.js';
import { FieldGroup } from '../form/field-group.js';
import { only, without } from '../form/forms.js';
import { More } from './more.js';
import { Panel } from './panel.js';
import { PluginChoice } from './plugin-choice.js';

/** What most runs set; the rest of the execution stands below it. */
const USUAL = ['slippage_bps', 'fee_bps', 'initial_cash', 'fill_price'];

const MODEL = '/execution/slippage_model';

export function CostsPanel() {
  const { forms } = useDesk();
  return (
    <Panel title="Execution and costs">
      <FieldGroup of="/execution" fields={only(forms.execution, USUAL)} />
      <PluginChoice
        label="Slippage model"
        plugins={forms.slippage_model}
        of={MODEL}
        nameKey="model"
        fallback={forms.defaultModel.slippage}
      />
      <More title="More: fees, lots, volume, shorts" within="/execution" except={[...USUAL.map((name) => `/execution/${name}`), MODEL]}>
        <FieldGroup of="/execution" fields={without(forms.execution, USUAL)} />
      </More>
    </Panel>
  );
}
