import type { Refusal } from '../../api/refusal.js';
import { Button } from '../../design/button.js';
import { workWords } from '../../run/desk/work-words.js';
import type { SearchCheck } from './use-sweep-check.js';

interface Props {
  readonly check: SearchCheck;
  readonly refusal: Refusal | undefined;
  readonly isSending: boolean;
  readonly onStart: () => void;
}

/** The button that all of it is for, and what would happen. */
export function StartBar({ check, refusal, isSending, onStart }: Props) {
  return (
    <div class="run-bar">
      <Button kind="primary" onClick={onStart} disabled={isSending || hasNothingToRun(check)} aria-keyshortcuts="Control+Enter">
        {isSending ? 'Sending …' : labelOf(check)}
      </Button>
      <kbd class="keys">Ctrl Enter</kbd>
      <p role="status">{said(check, refusal)}</p>
    </div>
  );
}

/** Every combination would be skipped. */
export function hasNothingToRun({ found }: Pick<SearchCheck, 'found'>): boolean {
  return found !== undefined && found.skipped?.count === found.tried;
}

function labelOf({ found }: SearchCheck): string {
  if (found?.status === 'completed') return 'Open the sweep';
  return found?.status === 'running' || found?.status === 'queued' ? 'Follow the sweep' : 'Start the sweep';
}

function said(check: SearchCheck, refusal: Refusal | undefined): string {
  const { isAsking, found } = check;
  if (refusal) {
    const count = refusal.errors.length;
    if (count === 0) return refusal.detail;
    return `${count === 1 ? 'One thing is' : `${count} things are`} wrong.`;
  }
  if (hasNothingToRun(check)) return 'No combination can run: why stands below.';
  if (!found) return isAsking ? 'Checking …' : '';
  if (found.status === 'completed') return 'This very sweep is known: nothing is computed again.';
  return `Ready: ${workWords(found.estimate)}.`;
}
