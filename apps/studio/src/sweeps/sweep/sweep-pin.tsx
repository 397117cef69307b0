import { useClient } from '../../api/client-context.js';
import { Pin } from '../../design/pin.js';

interface Props {
  readonly sweep: { readonly sweep_hash: string; readonly pinned: boolean };
  readonly onChange: () => void;
}

/** Keeps a sweep. */
export function SweepPin({ sweep: { sweep_hash, pinned }, onChange }: Props) {
  const { sweeps } = useClient();
  return <Pin of="sweep" pinned={pinned} toggle={(to) => (to ? sweeps.pin(sweep_hash) : sweeps.unpin(sweep_hash))} onChange={onChange} />;
}
