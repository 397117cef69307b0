import { useDesk } from '../desk/desk-context.js';
import { Panel } from './panel.js';
import { PluginChoice } from './plugin-choice.js';

export function StrategyPanel() {
  const { forms } = useDesk();
  return (
    <Panel title="Strategy">
      <PluginChoice label="What decides" plugins={forms.strategy} of="/strategy" nameKey="name" fallback="" />
    </Panel>
  );
}
