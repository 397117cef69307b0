/** What a reader must know before the numbers. */
export function RunWarnings({ warnings }: { readonly warnings: readonly { readonly code: string; readonly message: string }[] }) {
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
