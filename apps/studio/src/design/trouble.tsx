/** What went wrong beside what was pressed, read aloud; nothing while nothing did. */
export function Trouble({ children }: { readonly children: string | undefined }) {
  if (children === undefined) return null;
  return (
    <span class="loss" role="alert">
      {children}
    </span>
  );
}
