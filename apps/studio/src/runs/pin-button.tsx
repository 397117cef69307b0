import type { Run, ListedRun } from '@projecta/client';
import { useState } from 'preact/hooks';
import { useClient } from '../api/client-context.js';
import { refusalOf } from '../api/refusal.js';
import { Button } from '../design/button.js';

interface Props {
  readonly run: Pick<Run | ListedRun, 'run_hash' | 'pinned'>;
  readonly kind?: 'plain' | 'quiet';
  readonly onChange?: (pinned: boolean) => void;
}

/** Keeps a run whatever retention says, or lets it go again. */
export function PinButton({ run, kind = 'plain', onChange }: Props) {
  const client = useClient();
  const [isPinned, setPinned] = useState(run.pinned);
  const [trouble, setTrouble] = useState<string>();
  const toggle = async (): Promise<void> => {
    try {
      const { pinned } = await (isPinned ? client.runs.unpin(run.run_hash) : client.runs.pin(run.run_hash));
      setPinned(pinned);
      setTrouble(undefined);
      onChange?.(pinned);
    } catch (error) {
      setTrouble(refusalOf(error).detail);
    }
  };
  return (
    <>
      <Button kind={kind} aria-pressed={isPinned} title="A pinned run is never removed by retention" onClick={() => void toggle()}>
        {isPinned ? 'Pinned' : 'Pin'}
      </Button>
      {trouble !== undefined && (
        <span class="loss" role="alert">
          {trouble}
        </span>
      )}
    </>
  );
}
