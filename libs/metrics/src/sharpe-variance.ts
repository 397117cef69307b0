/** n − 1 times the variance of an estimated Sharpe ratio of non-normal returns (Mertens 2002); kurtosis not in excess. */
export function sharpeVariance(sharpe: number, { skew, kurtosis }: { readonly skew: number; readonly kurtosis: number }): number {
  return 1 - skew * sharpe + ((kurtosis - 1) / 4) * sharpe * sharpe;
}
