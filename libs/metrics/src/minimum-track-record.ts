import { normalQuantile } from '@projecta/numeric';
import type { SharpeSample } from './probabilistic-sharpe.js';
import { sharpeVariance } from './sharpe-variance.js';

export interface TrackRecord extends Omit<SharpeSample, 'n'> {
  /** Probability to reach, such as 0.95. */
  readonly confidence: number;
}

/**
 * How many returns it takes until the probabilistic Sharpe ratio reaches `confidence`: 1 + (1 − skew·SR + (kurtosis − 1)/4·SR²)·(z/(SR − SR*))².
 * Bailey & López de Prado (2012). NaN where SR does not exceed the benchmark: no length would do.
 */
export function minimumTrackRecord({ sharpe, benchmark, skew, kurtosis, confidence }: TrackRecord): number {
  if (!(sharpe > benchmark)) return NaN;
  const z = normalQuantile(confidence) / (sharpe - benchmark);
  return 1 + sharpeVariance(sharpe, { skew, kurtosis }) * z * z;
}
