import type { ComponentChildren } from 'preact';

/** A place where nothing is yet, and how something comes to be there. */
export function Empty({ title, children }: { readonly title: string; readonly children: ComponentChildren }) {
  return (
    <div class="notice empty">
      <h2>{title}</h2>
      {children}
    </div>
  );
}
