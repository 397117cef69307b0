import { useId } from 'preact/hooks';
import { Button } from '../../design/button.js';
import { isObject, type Json } from '../config/json.js';
import { valueAt } from '../config/pointer.js';
import { useDesk } from '../desk/desk-context.js';
import { FieldGroup } from '../form/field-group.js';
import { only } from '../form/forms.js';
import { Panel } from './panel.js';
import { PluginChoice } from './plugin-choice.js';

/** Columns to compute beside what the strategy asks for: drawn over the candles, and stored if wanted. */
export function IndicatorsPanel() {
  const { draft, forms, set } = useDesk();
  const id = useId();
  const listed = valueAt(draft, '/indicators');
  const indicators = Array.isArray(listed) ? (listed as readonly Json[]) : [];
  const remove = (index: number): void => set(indicators.length === 1 ? '/indicators' : `/indicators/${index}`, undefined);
  return (
    <Panel title="Indicators">
      {indicators.length === 0 && (
        <p class="help">None asked for. A strategy computes what it needs by itself; these are columns to look at.</p>
      )}
      {indicators.map((indicator, index) => (
        <section key={index} class="method stack" aria-label={`Indicator ${index + 1}`}>
          <PluginChoice label={`Indicator ${index + 1}`} plugins={forms.indicator} of={`/indicators/${index}`} nameKey="name" fallback="" />
          <Button kind="quiet" onClick={() => remove(index)} aria-label={`Remove indicator ${index + 1}, ${nameOf(indicator)}`}>
            Remove
          </Button>
        </section>
      ))}
      <div class="field">
        <label for={id}>Add an indicator</label>
        <select id={id} value="" onChange={(event) => set('/indicators', [...indicators, { name: event.currentTarget.value }])}>
          <option value="">Choose …</option>
          {forms.indicator.map(({ name, title }) => (
            <option key={name} value={name}>
              {title}
            </option>
          ))}
        </select>
      </div>
      <FieldGroup of="" fields={only(forms.top, ['features'])} />
    </Panel>
  );
}

function nameOf(indicator: Json): string {
  return isObject(indicator) && typeof indicator['name'] === 'string' ? indicator['name'] : '';
}
