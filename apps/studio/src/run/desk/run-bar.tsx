import type { RunCheck } from '@projecta/client';
import { Button } from '../../design/button.js';
import type { Refusal } from '../../api/refusal.js';
import type { Check } from './use-check.js';
import { workWords } from './work-words.js';

interface RunBarProps {
  readonly check: Check;
  readonly refusal: Refusal | undefined;
  readonly isSending: boolean;
  readonly onRun: () => void;
}

/** The button that all of it is for, and what would happen. */
export function RunBar({ check, refusal, isSending, onRun }: RunBarProps) {
  return (
    <div class="run-bar">
      <Button kind="primary" onClick={onRun} disabled={isSending} aria-keyshortcuts="Control+Enter">
        {isSending ? 'Sending …' : labelOf(check)}
      </Button>
      <kbd class="keys">Ctrl Enter</kbd>
      <div class="said">
        <p role="status">{said(check, refusal)}</p>
        {refusal && refusal.errors.length > 0 && (
          <Button kind="quiet" onClick={focusFirstError}>
            Go there
          </Button>
        )}
      </div>
    </div>
  );
}

/** Moves the focus to the first control whose value is refused. */
export function focusFirstError(): void {
  document.querySelector<HTMLElement>('[aria-invalid]')?.focus();
}

function labelOf({ found }: Check): string {
  if (found?.status === 'completed') return 'Open the result';
  return found && isUnderWay(found) ? 'Follow the run' : 'Run';
}

function isUnderWay({ status }: RunCheck): boolean {
  return status === 'running' || status === 'queued';
}

function said({ isAsking, found }: Check, refusal: Refusal | undefined): string {
  if (refusal) {
    const count = refusal.errors.length;
    if (count === 0) return refusal.detail;
    return `${count === 1 ? 'One thing is' : `${count} things are`} wrong.`;
  }
  if (!found) return isAsking ? 'Checking …' : '';
  if (found.status === 'completed') return 'This very run is known: nothing is computed again.';
  if (isUnderWay(found)) return 'This very run is under way.';
  return `Ready: ${workWords(found.estimate)}.`;
}
