/** The rule between the two windows: the fast one is the shorter. */
export function fastBelowSlow({ fast, slow }: { readonly fast: number; readonly slow: number }) {
  if (fast < slow) return undefined;
  return {
    param: 'fast',
    message: `"fast" must be below "slow": ${fast} is not below ${slow}. Swap them or choose a shorter fast window.`,
  };
}
