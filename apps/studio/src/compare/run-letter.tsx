/** Runs are told apart by letter and colour. */
export const RUN_COLOURS = ['blue', 'orange', 'o1', 'o2', 'o3', 'o4'] as const;

/** The letter that a run has in a comparison. */
export function RunLetter({ i }: { readonly i: number }) {
  return <b class={`letter ${RUN_COLOURS[i % RUN_COLOURS.length]!}`}>{letterOf(i)}</b>;
}

export function letterOf(i: number): string {
  return String.fromCharCode(65 + (i % 26));
}
