import type { Refusal } from '../../api/refusal.js';
import { isWithin } from '../../run/config/pointer.js';

interface Props {
  readonly errors: Refusal['errors'];
  /** The places whose problems stand at their fields. */
  readonly claimed: readonly string[];
}

/** What is wrong with a sweep and stands at no field: most often with the config that it is around. */
export function OtherProblems({ errors, claimed }: Props) {
  const others = errors.filter(({ path }) => !claimed.some((place) => isWithin(path, place)));
  if (others.length === 0) return null;
  return (
    <ul class="problems" aria-label="What is wrong">
      {others.map(({ path, message }) => (
        <li key={path + message}>
          <code>{path || '/'}</code> {message}
        </li>
      ))}
    </ul>
  );
}
