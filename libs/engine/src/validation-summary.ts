import type {
  BlockBootstrapSummary,
  MonteCarloSummary,
  OverfittingSummary,
  PermutationSummary,
  WalkForwardSummary,
} from '@projecta/validation';

/** validation_summary.json: one key a method that ran. */
export interface ValidationSummary {
  readonly permutation?: PermutationSummary;
  readonly block_bootstrap?: BlockBootstrapSummary;
  readonly monte_carlo?: MonteCarloSummary;
  readonly walk_forward?: WalkForwardSummary;
  readonly overfitting?: OverfittingSummary;
}

/** One row of validation_detail.parquet; a value that does not exist is null. */
export interface ValidationTrial {
  readonly method: string;
  readonly trial: number;
  readonly metric: string;
  readonly value: number | null;
}
