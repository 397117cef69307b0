import { useState } from 'preact/hooks';
import { useClient } from '../../api/client-context.js';
import { refusalOf } from '../../api/refusal.js';
import { Button } from '../../design/button.js';
import { Trouble } from '../../design/trouble.js';

interface Props {
  readonly sweep: { readonly sweep_hash: string; readonly pinned: boolean };
  /** What is deleted, for those who hear it. */
  readonly name: string;
  readonly kind?: 'plain' | 'quiet';
  readonly onRemoved: () => void;
}

/** Deletes a sweep, once that has been said twice. */
export function SweepRemoval({ sweep: { sweep_hash, pinned }, name, kind = 'plain', onRemoved }: Props) {
  const client = useClient();
  const [isAsked, setAsked] = useState(false);
  const [trouble, setTrouble] = useState<string>();
  const remove = (): void => {
    client.sweeps.remove(sweep_hash).then(onRemoved, (error: unknown) => {
      setAsked(false);
      setTrouble(refusalOf(error).detail);
    });
  };
  if (!isAsked)
    return (
      <>
        <Button
          kind={kind}
          disabled={pinned}
          title={pinned ? 'A pinned sweep cannot be deleted: unpin it first' : undefined}
          aria-label={`Delete ${name}`}
          onClick={() => setAsked(true)}
        >
          Delete …
        </Button>
        <Trouble>{trouble}</Trouble>
      </>
    );
  return (
    <span class="row" role="group" aria-label={`Delete ${name}?`}>
      <span class="soft">Its trials stay counted as tried.</span>
      <Button kind="danger" onClick={remove}>
        Delete the sweep
      </Button>
      <Button kind="quiet" onClick={() => setAsked(false)}>
        Keep it
      </Button>
    </span>
  );
}
