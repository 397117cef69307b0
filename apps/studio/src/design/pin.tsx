import { useState } from 'preact/hooks';
import { refusalOf } from '../api/refusal.js';
import { Button } from './button.js';
import { Trouble } from './trouble.js';

interface Props {
  /** What is kept. */
  readonly of: 'run' | 'sweep';
  readonly pinned: boolean;
  readonly kind?: 'plain' | 'quiet';
  /** Pins it or lets it go; answers what it is then. */
  readonly toggle: (pinned: boolean) => Promise<{ readonly pinned: boolean }>;
  readonly onChange?: () => void;
}

/** Keeps something whatever retention says, or lets it go again. */
export function Pin({ of, pinned, kind = 'plain', toggle, onChange }: Props) {
  const [isPinned, setPinned] = useState(pinned);
  const [trouble, setTrouble] = useState<string>();
  const press = async (): Promise<void> => {
    try {
      setPinned((await toggle(!isPinned)).pinned);
      setTrouble(undefined);
      onChange?.();
    } catch (error) {
      setTrouble(refusalOf(error).detail);
    }
  };
  return (
    <>
      <Button kind={kind} aria-pressed={isPinned} title={`A pinned ${of} is never removed by retention`} onClick={() => void press()}>
        {isPinned ? 'Pinned' : 'Pin'}
      </Button>
      <Trouble>{trouble}</Trouble>
    </>
  );
}
