import type { Preset } from '@projecta/client';
import { useState } from 'preact/hooks';
import { useClient } from '../../api/client-context.js';
import { type Refusal, refusalOf } from '../../api/refusal.js';
import { useAnswer } from '../../api/use-answer.js';
import { Button } from '../../design/button.js';
import { CopyButton } from '../../design/copy-button.js';
import { Refused } from '../../design/refused.js';
import { linkTo } from '../../routing/route.js';
import { runLink } from '../config/config-link.js';
import { FIRST_CONFIG } from '../config/first-config.js';
import type { Draft } from '../config/json.js';
import { useDesk } from '../desk/desk-context.js';
import { shortForm } from '../form/short-form.js';
import { PresetRemoval } from './preset-removal.js';
import { PresetSaving } from './preset-saving.js';

interface PresetBarProps {
  readonly draft: Draft;
  /** The preset that the config is, unchanged. */
  readonly preset: Preset | undefined;
  readonly change: (draft: Draft, preset?: Preset) => void;
}

/** Configs with names: load one, save this one, delete one, and the link to what is shown. */
export function PresetBar({ draft, preset, change }: PresetBarProps) {
  const client = useClient();
  const { forms } = useDesk();
  const presets = useAnswer('presets', () => client.presets.list({ limit: 500 }));
  const [isSaving, setSaving] = useState(false);
  const [refusal, setRefusal] = useState<Refusal>();
  const items = presets.value?.items ?? [];
  const load = (id: string): void => {
    if (id !== '') window.location.hash = linkTo('run', undefined, { preset: id }); // a place of its own: the way back leads to what was here
  };
  const remove = ({ preset_id }: Preset): void => {
    client.presets.remove(preset_id).then(
      () => {
        change(draft);
        presets.again();
      },
      (error: unknown) => setRefusal(refusalOf(error)),
    );
  };
  const link = preset ? linkTo('run', undefined, { preset: preset.preset_id }) : runLink(draft);
  return (
    <div class="presets">
      <div class="row">
        <label>
          <span class="hidden">Preset</span>
          <select value={preset?.preset_id ?? ''} onChange={(event) => load(event.currentTarget.value)}>
            <option value="">{items.length === 0 ? 'No presets yet' : 'Load a preset …'}</option>
            {items.map(({ preset_id, name }) => (
              <option key={preset_id} value={preset_id}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <Button onClick={() => setSaving(!isSaving)} aria-expanded={isSaving}>
          Save as …
        </Button>
        {preset && <PresetRemoval key={preset.preset_id} preset={preset} remove={remove} />}
        <CopyButton text={`${window.location.origin}${window.location.pathname}${link}`} label="Copy link" />
        <a class="button quiet" href={runLink(FIRST_CONFIG)}>
          Start over
        </a>
      </div>
      {isSaving && (
        <PresetSaving
          draft={draft}
          onSaved={(saved) => {
            setSaving(false);
            change(shortForm(saved.config as unknown as Draft, forms), saved);
            presets.again();
          }}
        />
      )}
      {refusal && <Refused title="The preset was not deleted" refusal={refusal} />}
    </div>
  );
}
