import { Button } from '../../design/button.js';
import type { Draft } from '../config/json.js';
import { mended } from '../config/mended.js';

interface MendButtonProps {
  readonly draft: Draft;
  readonly problem: { readonly path: string; readonly message: string };
  readonly onDraft: (draft: Draft) => void;
}

/** Puts in the word that was meant, where a problem says which. */
export function MendButton({ draft, problem, onDraft }: MendButtonProps) {
  const mending = mended(draft, problem);
  if (!mending) return null;
  return (
    <Button kind="quiet" onClick={() => onDraft(mending.draft)}>
      Write {mending.word}
    </Button>
  );
}
