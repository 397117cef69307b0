/**
 * The bars at which the decisions are recomputed without their future: n−2, then floor(n/2^k) while beyond the warm-up,
 * then the warm-up and the bars after it, then those before it, distinct, until there are `checks` (fine-print, causality cuts).
 */
export function causalityCuts(n: number, warmup: number, checks: number): number[] {
  const cuts = new Set<number>();
  const add = (c: number): void => {
    if (cuts.size < checks && c >= 0 && c <= n - 1) cuts.add(c);
  };
  add(n - 2);
  for (let c = Math.floor(n / 2); c > warmup; c = Math.floor(c / 2)) add(c);
  for (let c = warmup; c <= n - 2 && cuts.size < checks; c++) add(c);
  for (let c = warmup - 1; c >= 0 && cuts.size < checks; c--) add(c);
  add(n - 1);
  return [...cuts];
}
