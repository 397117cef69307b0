import { ProjectaError, quote, suggestion } from '@projecta/errors';

/** Every bar length the house knows, finest first. */
export const TIMEFRAMES = ['1m', '3m', '5m', '15m', '30m', '1h', '2h', '4h', '6h', '12h', '1d', '1w'] as const;

export type Timeframe = (typeof TIMEFRAMES)[number];

const MINUTE = 60_000;

const MILLISECONDS: Readonly<Record<Timeframe, number>> = {
  '1m': MINUTE,
  '3m': 3 * MINUTE,
  '5m': 5 * MINUTE,
  '15m': 15 * MINUTE,
  '30m': 30 * MINUTE,
  '1h': 60 * MINUTE,
  '2h': 120 * MINUTE,
  '4h': 240 * MINUTE,
  '6h': 360 * MINUTE,
  '12h': 720 * MINUTE,
  '1d': 1440 * MINUTE,
  '1w': 10_080 * MINUTE,
};

/** The first Monday after the epoch, 1970-01-05: week bins are counted from it. */
const FIRST_MONDAY = 4 * 1440 * MINUTE;

/** Length of a bar in milliseconds. Throws NOT_ALLOWED for a name that is no timeframe. */
export function timeframeMs(timeframe: Timeframe): number {
  if (Object.hasOwn(MILLISECONDS, timeframe)) return MILLISECONDS[timeframe];
  const message = `${quote(timeframe)} is not a timeframe.${suggestion(String(timeframe), TIMEFRAMES)} Use one of ${TIMEFRAMES.join(', ')}.`;
  throw new ProjectaError('NOT_ALLOWED', message, [{ path: '/timeframe', code: 'NOT_ALLOWED', message, allowed: TIMEFRAMES }]);
}

/** Where the bins of a timeframe are counted from, epoch ms: the epoch itself, for weeks a Monday. */
export function timeframeOrigin(timeframe: Timeframe): number {
  return timeframe === '1w' ? FIRST_MONDAY : 0;
}

/** The timeframe whose bars last `ms`, or undefined. */
export function timeframeOfMs(ms: number): Timeframe | undefined {
  return TIMEFRAMES.find((timeframe) => MILLISECONDS[timeframe] === ms);
}
