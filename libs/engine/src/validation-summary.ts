import type { PermutationSummary } from '@projecta/validation';

/** validation_summary.json: one key a method that ran. */
export interface ValidationSummary {
  readonly permutation?: PermutationSummary;
}

/** One row of validation_detail.parquet; a value that does not exist is null. */
export interface ValidationTrial {
  readonly method: string;
  readonly trial: number;
  readonly metric: string;
  readonly value: number | null;
}
