import type { ComponentChildren } from 'preact';

/** A part of the form. */
export function Panel({ title, children }: { readonly title: string; readonly children: ComponentChildren }) {
  return (
    <fieldset class="panel">
      <legend>
        <h2>{title}</h2>
      </legend>
      <div class="stack">{children}</div>
    </fieldset>
  );
}
