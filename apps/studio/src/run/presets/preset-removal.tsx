import type { Preset } from '@projecta/client';
import { useState } from 'preact/hooks';
import { Button } from '../../design/button.js';

/** Deletes a preset, once that has been said twice. */
export function PresetRemoval({ preset, remove }: { readonly preset: Preset; readonly remove: (preset: Preset) => void }) {
  const [isAsked, setAsked] = useState(false);
  if (!isAsked) return <Button onClick={() => setAsked(true)}>Delete …</Button>;
  return (
    <>
      <Button kind="danger" onClick={() => remove(preset)}>
        Delete “{preset.name}”
      </Button>
      <Button kind="quiet" onClick={() => setAsked(false)}>
        Keep it
      </Button>
    </>
  );
}
