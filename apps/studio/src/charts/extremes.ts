/** The least and greatest values of columns over bars, at every power of two: what a chart needs to draw many bars as few. */
export interface Extremes {
  /** Of each run of 2^level bars; NaN counts as no value; in a run without one low <= high is false. */
  level(level: number): { readonly low: Float64Array; readonly high: Float64Array };
  /** Over the bars from `from` to `to`, both included, exactly; null where there is no value. */
  range(from: number, to: number): Range | null;
}

export interface Range {
  readonly low: number;
  readonly high: number;
}

type Level = ReturnType<Extremes['level']>;

/** Looks once at two columns of one length, which may be the same one: the lows and the highs. Memory and time are twice theirs. */
export function extremesOf(low: Float64Array, high: Float64Array): Extremes {
  const levels: Level[] = [{ low, high }];
  for (let last = levels[0]!; last.low.length > 1; levels.push(last)) last = halved(last);
  return {
    level: (level) => levels[Math.min(level, levels.length - 1)]!,
    range(from, to) {
      let range = { low: Infinity, high: -Infinity };
      let [left, right] = [Math.max(0, from), Math.min(low.length - 1, to) + 1];
      for (let level = 0; left < right; level++) {
        const columns = levels[level]!;
        if (left % 2 === 1) range = widened(range, columns, left++);
        if (right % 2 === 1) range = widened(range, columns, --right);
        left >>= 1;
        right >>= 1;
      }
      return range.low <= range.high ? range : null;
    },
  };
}

function halved({ low, high }: Level): Level {
  const length = Math.ceil(low.length / 2);
  const half = { low: new Float64Array(length), high: new Float64Array(length) };
  for (let i = 0; i < length; i++) {
    const range = widened(widened({ low: Infinity, high: -Infinity }, { low, high }, 2 * i), { low, high }, 2 * i + 1);
    half.low[i] = range.low;
    half.high[i] = range.high;
  }
  return half;
}

/** Comparisons with NaN, and with what lies beyond the end, are false. */
function widened(range: Range, { low, high }: Level, i: number): Range {
  return { low: low[i]! < range.low ? low[i]! : range.low, high: high[i]! > range.high ? high[i]! : range.high };
}
