import { quantile } from '@projecta/numeric';

/** Even classes of values from poor to good, for a scale of colours. */
export interface ColourClasses {
  /** Where the first class ends that is not open: poorer values fall into it too. */
  readonly poor: number;
  readonly good: number;
  /** 1 (poor) to CLASSES (good). */
  readonly classOf: (value: number) => number;
}

export const CLASSES = 9;

/** Share of the poorest values that one class takes whatever its width, so that a few disasters do not bleach the rest. */
const TAIL = 0.05;

/** Classes over all values that are not NaN; null without any. */
export function colourClasses(values: Float64Array, lowerIsBetter: boolean): ColourClasses | null {
  const known = values.filter((value) => !Number.isNaN(value));
  if (known.length === 0) return null;
  const good = known.reduce((a, b) => (lowerIsBetter ? Math.min(a, b) : Math.max(a, b)));
  const poor = quantile(known, lowerIsBetter ? 1 - TAIL : TAIL);
  const classOf = (value: number): number => {
    const share = good === poor ? 1 : (value - poor) / (good - poor);
    return Math.min(CLASSES, Math.max(1, 1 + Math.floor(share * CLASSES)));
  };
  return { poor, good, classOf };
}
