/** A JSON pointer (RFC 6901) of the given steps: `/strategy/params/fast`; no steps are '', the whole document. */
export function jsonPointer(steps: readonly (string | number)[]): string {
  return steps.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
