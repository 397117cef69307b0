/** What a distribution of trial statistics looks like; nulls are left out of `count`. */
export interface Distribution {
  readonly count: number;
  readonly mean: number | null;
  readonly std: number | null;
  readonly q01: number | null;
  readonly q05: number | null;
  readonly q25: number | null;
  readonly q50: number | null;
  readonly q75: number | null;
  readonly q95: number | null;
  readonly q99: number | null;
}

/** The answer of a permutation test: names.md, `permutation`. */
export interface PermutationSummary {
  readonly verdict: string;
  readonly null_hypothesis: string;
  readonly seed: number;
  readonly method: 'bars' | 'signals';
  readonly statistic: string;
  readonly of: 'run' | 'walk_forward';
  readonly observed: number | null;
  readonly p_value: number | null;
  readonly p_value_se: number | null;
  readonly trials: number;
  readonly distribution: Distribution;
}
