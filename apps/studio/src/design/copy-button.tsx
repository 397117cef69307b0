import { useState } from 'preact/hooks';
import { Button } from './button.js';

/** Copies a text, and says so. */
export function CopyButton({ text, label = 'Copy' }: { readonly text: string; readonly label?: string }) {
  const [said, setSaid] = useState<string>();
  const copy = async (): Promise<void> => {
    setSaid(
      await navigator.clipboard.writeText(text).then(
        () => 'Copied',
        () => 'Not allowed',
      ),
    );
    setTimeout(() => setSaid(undefined), 1500);
  };
  return (
    <Button kind="quiet" onClick={() => void copy()} aria-live="polite">
      {said ?? label}
    </Button>
  );
}
