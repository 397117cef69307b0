import type { CompletedRun } from './completed-run.js';

/** What a reader must know before the numbers. */
export function RunWarnings({ run: { warnings } }: { readonly run: CompletedRun }) {
  if (warnings.length === 0) return null;
  return (
    <section class="run-warnings" aria-label="Warnings">
      <ul>
        {warnings.map(({ code, message }) => (
          <li key={code + message}>
            <code>{code}</code> <span>{message}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
