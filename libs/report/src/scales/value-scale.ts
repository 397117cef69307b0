import { log } from '@projecta/numeric';
import { logTicks } from './log-ticks.js';
import { niceStep, niceTicks } from './nice-ticks.js';

/** A vertical axis: where a value lies in a plot of some height (pixels from its top), and which values are named beside it. */
export interface ValueScale {
  readonly height: number;
  readonly low: number;
  readonly high: number;
  readonly ticks: readonly number[];
  /** Distance between neighbouring ticks, for the number of decimals; on a logarithmic axis the finest. */
  readonly step: number;
  readonly logarithmic: boolean;
  readonly y: (value: number) => number;
}

/** A range that leaves a plot readable: widened by `pad` of its span on both sides, and never empty. */
export function paddedRange(low: number, high: number, pad = 0.04): { readonly low: number; readonly high: number } {
  if (!(low <= high)) return { low: 0, high: 1 };
  if (low === high) {
    const half = low === 0 ? 1 : Math.abs(low) * 0.05;
    return { low: low - half, high: high + half };
  }
  const margin = (high - low) * pad;
  return { low: low - margin, high: high + margin };
}

/** A linear axis from `low` at the bottom to `high` at the top. */
export function linearScale({ low, high, height, count = 5 }: { low: number; high: number; height: number; count?: number }): ValueScale {
  const y = (value: number): number => height - ((value - low) / (high - low)) * height;
  return { height, low, high, ticks: niceTicks(low, high, count), step: niceStep(high - low, count), logarithmic: false, y };
}

/** A logarithmic axis: equal ratios are equal heights. `low` must be above 0. */
export function logScale({ low, high, height, count = 6 }: { low: number; high: number; height: number; count?: number }): ValueScale {
  const bottom = log(low);
  const span = log(high) - bottom;
  const ticks = logTicks(low, high, count);
  const gaps = ticks.slice(1).map((tick, i) => tick - ticks[i]!);
  const y = (value: number): number => height - ((log(value) - bottom) / span) * height;
  return { height, low, high, ticks, step: gaps.reduce((a, b) => Math.min(a, b), ticks[0] ?? low), logarithmic: true, y };
}

/** A logarithmic axis where everything is above 0 and the largest is at least `ratio` times the smallest, else a linear one. */
export function fittingScale({ low, high, height, ratio = 3 }: { low: number; high: number; height: number; ratio?: number }): ValueScale {
  if (!(low > 0) || !(high >= ratio * low)) return linearScale({ ...paddedRange(low, high), height });
  const reach = Math.sqrt(Math.sqrt(Math.sqrt(Math.sqrt(high / low))));
  const widen = Math.min(reach, 1.08);
  return logScale({ low: low / widen, high: high * widen, height });
}
