import type { Refusal } from '../api/refusal.js';
import { Button } from './button.js';

interface RefusedProps {
  readonly title: string;
  readonly refusal: Refusal;
  /** Tries again. */
  readonly again?: () => void;
}

/** What was not done, why, and what can be done about it. */
export function Refused({ title, refusal: { code, detail, errors }, again }: RefusedProps) {
  const others = errors.filter(({ message }) => message !== detail);
  return (
    <div class="notice bad" role="alert">
      <h2>{title}</h2>
      <p>{detail}</p>
      {others.length > 0 && (
        <ul>
          {others.map(({ path, message }) => (
            <li key={path + message}>
              <code>{path || '/'}</code> {message}
            </li>
          ))}
        </ul>
      )}
      <p class="actions">
        {again && <Button onClick={again}>Try again</Button>}
        {/^[A-Z_]+$/.test(code) && code !== 'OUT_OF_REACH' && code !== 'BROKEN' && <a href={`/problems/${code}`}>What {code} means</a>}
      </p>
    </div>
  );
}
