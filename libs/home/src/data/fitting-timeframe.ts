import { type Timeframe, timeframeMs } from '@projecta/candles';

/** Of what there is, the data set for a run: the exact timeframe, else the coarsest one that divides it, else none. */
export function fittingTimeframe<T extends { readonly timeframe: Timeframe }>(available: readonly T[], wanted: Timeframe): T | undefined {
  const width = timeframeMs(wanted);
  return available
    .filter(({ timeframe }) => width % timeframeMs(timeframe) === 0)
    .reduce<T | undefined>(
      (best, one) => (best === undefined || timeframeMs(one.timeframe) > timeframeMs(best.timeframe) ? one : best),
      undefined,
    );
}
