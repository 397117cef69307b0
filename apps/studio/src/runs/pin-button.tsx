import type { ListedRun, Run } from '@projecta/client';
import { useClient } from '../api/client-context.js';
import { Pin } from '../design/pin.js';

interface Props {
  readonly run: Pick<Run | ListedRun, 'run_hash' | 'pinned'>;
  readonly kind?: 'plain' | 'quiet';
  readonly onChange?: () => void;
}

/** Keeps a run. */
export function PinButton({ run: { run_hash, pinned }, ...rest }: Props) {
  const { runs } = useClient();
  return <Pin of="run" pinned={pinned} toggle={(to) => (to ? runs.pin(run_hash) : runs.unpin(run_hash))} {...rest} />;
}
