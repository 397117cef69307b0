import type { ListedRun } from '@projecta/client';
import { useRef, useState } from 'preact/hooks';
import { useClient } from '../api/client-context.js';
import { refusalOf } from '../api/refusal.js';
import { Button } from '../design/button.js';

interface Props {
  readonly run: Pick<ListedRun, 'run_hash' | 'symbol' | 'strategy' | 'status' | 'pinned'>;
  readonly onRemoved: () => void;
}

/** Removes a run after a question. */
export function RemoveButton({ run, onRemoved }: Props) {
  const client = useClient();
  const dialog = useRef<HTMLDialogElement>(null);
  const [trouble, setTrouble] = useState<string>();
  const name = run.run_hash.slice(0, 8);
  const remove = async (): Promise<void> => {
    try {
      await client.runs.remove(run.run_hash);
      dialog.current?.close();
      onRemoved();
    } catch (error) {
      setTrouble(refusalOf(error).detail);
    }
  };
  const ask = (): void => {
    setTrouble(undefined);
    dialog.current?.showModal();
  };
  return (
    <>
      <Button kind="quiet" aria-label={`Remove run ${name}`} onClick={ask}>
        Remove
      </Button>
      <dialog ref={dialog} aria-labelledby={`remove-${name}`}>
        <div class="stack">
          <h2 id={`remove-${name}`}>
            Remove run <code>{name}</code>?
          </h2>
          <p>
            The files of {run.strategy} on {run.symbol} are deleted. Its manifest stays in the chain; the same config on the same candles
            brings the run back, bit for bit.
          </p>
          {trouble !== undefined && (
            <p class="notice bad" role="alert">
              {trouble}
            </p>
          )}
          <p class="row">
            <Button kind="danger" onClick={() => void remove()}>
              Remove the run
            </Button>
            <Button onClick={() => dialog.current?.close()}>Keep it</Button>
          </p>
        </div>
      </dialog>
    </>
  );
}
