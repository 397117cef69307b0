import type { Refusal } from '../../api/refusal.js';
import type { Draft } from '../config/json.js';
import { isWithin } from '../config/pointer.js';
import { MendButton } from './mend-button.js';

interface ProblemListProps {
  readonly refusal: Refusal | undefined;
  /** The places whose problems stand at their fields. */
  readonly claimed: readonly string[];
  readonly draft: Draft;
  readonly onDraft: (draft: Draft) => void;
}

/** What is wrong and stands at no field. */
export function ProblemList({ refusal, claimed, draft, onDraft }: ProblemListProps) {
  const errors = refusal?.errors.filter(({ path }) => !claimed.some((place) => isWithin(path, place))) ?? [];
  if (errors.length === 0) return null;
  return (
    <ul class="problems" aria-label="What is wrong">
      {errors.map((problem) => (
        <li key={problem.path + problem.message}>
          <code>{problem.path || '/'}</code> {problem.message} <MendButton draft={draft} problem={problem} onDraft={onDraft} />
        </li>
      ))}
    </ul>
  );
}
