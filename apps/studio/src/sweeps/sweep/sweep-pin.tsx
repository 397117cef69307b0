import { useState } from 'preact/hooks';
import { useClient } from '../../api/client-context.js';
import { refusalOf } from '../../api/refusal.js';
import { Button } from '../../design/button.js';

interface Props {
  readonly sweep: { readonly sweep_hash: string; readonly pinned: boolean };
  readonly onChange: () => void;
}

/** Keeps a sweep whatever retention says, or lets it go again. */
export function SweepPin({ sweep: { sweep_hash, pinned }, onChange }: Props) {
  const client = useClient();
  const [trouble, setTrouble] = useState<string>();
  const toggle = (): void => {
    const asked = pinned ? client.sweeps.unpin(sweep_hash) : client.sweeps.pin(sweep_hash);
    asked.then(onChange, (error: unknown) => setTrouble(refusalOf(error).detail));
  };
  return (
    <>
      <Button aria-pressed={pinned} title="A pinned sweep is never removed by retention" onClick={toggle}>
        {pinned ? 'Pinned' : 'Pin'}
      </Button>
      {trouble !== undefined && (
        <span class="loss" role="alert">
          {trouble}
        </span>
      )}
    </>
  );
}
