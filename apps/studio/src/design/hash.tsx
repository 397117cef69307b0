import { CopyButton } from './copy-button.js';

/** A hash in short, the whole of it to copy. */
export function Hash({ value }: { readonly value: string }) {
  return (
    <span class="hash">
      <code title={value}>{value.slice(0, 12)}</code>
      <CopyButton text={value} />
    </span>
  );
}
