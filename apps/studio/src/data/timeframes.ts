import type { Timeframe } from '@projecta/client';

/** What bars can be, from the finest; a record has every one of them or does not compile. */
const LENGTHS: Readonly<Record<Timeframe, true>> = {
  ...{ '1m': true, '3m': true, '5m': true, '15m': true, '30m': true },
  ...{ '1h': true, '2h': true, '4h': true, '6h': true, '12h': true, '1d': true, '1w': true },
};

export const TIMEFRAMES = Object.keys(LENGTHS) as readonly Timeframe[];
