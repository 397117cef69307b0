import { logitsOf, type SnoopingTest } from '@projecta/validation';
import type { ValidationTrial } from '../validation-summary.js';

interface Found {
  /** Per bar; NaN for none. */
  readonly sharpes: Float64Array;
  readonly means: Float64Array;
  readonly ranks: Float64Array;
  readonly noise: readonly number[];
  readonly snooping: SnoopingTest;
}

/**
 * Rows of validation_detail. Trial = grid point that runs: `sharpe_per_bar`, `mean_excess`; split of the cross-validation: `logit`;
 * matrix: `pbo_noise`; bootstrap sample: `reality_check`, `spa`, `spa_lower`, `spa_upper`.
 */
export function overfittingDetail({ sharpes, means, ranks, noise, snooping }: Found): ValidationTrial[] {
  const rows: ValidationTrial[] = [];
  const put = (metric: string, values: ArrayLike<number>): void => {
    for (let trial = 0; trial < values.length; trial++) {
      const value = values[trial]!;
      rows.push({ method: 'overfitting', trial, metric, value: Number.isFinite(value) ? value : null });
    }
  };
  put('sharpe_per_bar', sharpes);
  put('mean_excess', means);
  put('logit', logitsOf(ranks, sharpes.length));
  put('pbo_noise', noise);
  put('reality_check', snooping.white);
  put('spa', snooping.spa);
  put('spa_lower', snooping.spaLower);
  put('spa_upper', snooping.spaUpper);
  return rows;
}
