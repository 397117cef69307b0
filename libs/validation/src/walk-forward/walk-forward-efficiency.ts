import { exactMean } from '@projecta/numeric';

/**
 * How much of the return in sample was left out of sample (E8): the mean over the folds of the tests' mean returns, over the same of the trains.
 * The means are a bar's, of simple returns; annualising both by one factor changes nothing. Null where the trains earned nothing.
 */
export function walkForwardEfficiency(trainMeans: readonly number[], testMeans: readonly number[]): number | null {
  const inSample = exactMean(trainMeans);
  if (!(inSample > 0)) return null;
  const efficiency = exactMean(testMeans) / inSample;
  return Number.isFinite(efficiency) ? efficiency : null;
}
