/** Matrices of noise that a search is held against, beside its own. */
const MATRICES = 201;
/** Ranking all trials on one choice of half the blocks: by itself, and for each trial. Measured with 4 and 40 trials, 16 to 22 blocks. */
const NS_A_CHOICE = 250;
const NS_A_CHOICE_AND_TRIAL = 14;
/** One normal of a matrix of noise. */
const NS_A_NORMAL = 25;

interface Search {
  /** Even. */
  readonly blocks: number;
  readonly trials: number;
  readonly bars: number;
}

/** What judging a search by cross-validation takes, in milliseconds: every choice of half the blocks, for every matrix. A guess, no promise. */
export function searchEstimate({ blocks, trials, bars }: Search): number {
  const choices = halvings(blocks) * (NS_A_CHOICE + NS_A_CHOICE_AND_TRIAL * trials);
  return (MATRICES * (choices + NS_A_NORMAL * trials * bars)) / 1e6;
}

/** C(n, n/2): 12,870 for 16 blocks, 2,704,156 for 24. */
function halvings(n: number): number {
  let count = 1;
  for (let k = 1; k <= n / 2; k++) count = (count * (n / 2 + k)) / k;
  return count;
}
