/** A column as runs of one value: run i is `lengths[i]` times `distinct[codes[i]]`. */
export interface NumberRuns {
  readonly distinct: Float64Array;
  readonly codes: readonly number[];
  readonly lengths: readonly number[];
}

/**
 * The runs of equal bits of a column, or undefined where there are more than `most`: a position or a cash column has one run a fill.
 * They are counted before they are kept, up to the first too many, so a column that changes on every bar costs next to nothing.
 */
export function numberRuns(values: Float64Array, most: number): NumberRuns | undefined {
  if (hasMoreRuns(values, most)) return undefined;
  const codeOf = new Map<number | string, number>();
  const codes: number[] = [];
  const lengths: number[] = [];
  for (let start = 0, end = 0; start < values.length; start = end) {
    const value = values[start]!;
    while (end < values.length && isSame(values[end]!, value)) end++;
    const key = Object.is(value, -0) ? '-0' : value;
    const code = codeOf.get(key) ?? codeOf.size;
    if (code === codeOf.size) codeOf.set(key, code);
    codes.push(code);
    lengths.push(end - start);
  }
  return { distinct: Float64Array.from(codeOf.keys(), Number), codes, lengths };
}

function hasMoreRuns(values: Float64Array, most: number): boolean {
  let runs = Math.min(values.length, 1);
  for (let i = 1; i < values.length && runs <= most; i++) if (!isSame(values[i]!, values[i - 1]!)) runs++;
  return runs > most;
}

/** Object.is, written out: it is called once a bar. */
function isSame(a: number, b: number): boolean {
  return a === b ? a !== 0 || 1 / a === 1 / b : a !== a && b !== b;
}
