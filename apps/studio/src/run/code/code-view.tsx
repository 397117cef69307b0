import { CopyButton } from '../../design/copy-button.js';

/** A text that can be run elsewhere. */
export function CodeView({ text, about }: { readonly text: string; readonly about: string }) {
  return (
    <div class="stack">
      <div class="row">
        <p class="soft">{about}</p>
        <CopyButton text={text} />
      </div>
      <pre class="code-view" tabIndex={0}>
        {text}
      </pre>
    </div>
  );
}
