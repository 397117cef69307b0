import type { Preset, RunConfig } from '@projecta/client';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useClient } from '../../api/client-context.js';
import { type Refusal, refusalOf } from '../../api/refusal.js';
import { Button } from '../../design/button.js';
import { Field } from '../../design/field.js';
import type { Draft } from '../config/json.js';

/** Stores the config under a name. */
export function PresetSaving({ draft, onSaved }: { readonly draft: Draft; readonly onSaved: (preset: Preset) => void }) {
  const client = useClient();
  const input = useRef<HTMLInputElement>(null);
  const [name, setName] = useState('');
  const [refusal, setRefusal] = useState<Refusal>();
  useEffect(() => input.current?.focus(), []);
  const save = (event: Event): void => {
    event.preventDefault();
    client.presets.put(name.trim(), draft as unknown as RunConfig).then(onSaved, (error: unknown) => setRefusal(refusalOf(error)));
  };
  return (
    <form class="row preset-saving" onSubmit={save}>
      <Field label="Name of the preset" error={refusal && inWords(refusal)}>
        {(control) => (
          <input
            {...control}
            ref={input}
            type="text"
            maxLength={100}
            value={name}
            onInput={(event) => setName(event.currentTarget.value)}
          />
        )}
      </Field>
      <Button type="submit" disabled={name.trim() === ''}>
        Save
      </Button>
    </form>
  );
}

function inWords({ detail, errors }: Refusal): string {
  return errors.length === 0 ? detail : errors.map(({ path, message }) => `${path} ${message}`).join(' ');
}
