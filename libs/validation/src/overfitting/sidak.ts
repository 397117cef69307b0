import { expm1, log } from '@projecta/numeric';

/**
 * Šidák's (1967) p-value of the best of N independent trials: 1 − PSR(0)^N, PSR(0) being the probability that the best alone has an edge (E9).
 * By expm1, so that a small p keeps its digits.
 */
export function sidak(psr: number, trials: number): number {
  return psr === 0 ? 1 : 0 - expm1(trials * log(psr));
}
