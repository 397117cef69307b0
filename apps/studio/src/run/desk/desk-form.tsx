import { CostsPanel } from '../panels/costs-panel.js';
import { DataPanel } from '../panels/data-panel.js';
import { IndicatorsPanel } from '../panels/indicators-panel.js';
import { RiskPanel } from '../panels/risk-panel.js';
import { SettingsPanel } from '../panels/settings-panel.js';
import { StrategyPanel } from '../panels/strategy-panel.js';
import { ValidationPanel } from '../panels/validation-panel.js';

/** The config as a form. */
export function DeskForm() {
  return (
    <div class="desk-form">
      <div class="stack">
        <DataPanel />
        <StrategyPanel />
        <RiskPanel />
        <IndicatorsPanel />
        <SettingsPanel />
      </div>
      <div class="stack">
        <CostsPanel />
        <ValidationPanel />
      </div>
    </div>
  );
}
