const GROUPS = 8;

/**
 * How much an axis moves a value: the distance between the largest and the smallest mean of groups of trials along it.
 * Every value of an axis is a group where there are at most 16, else the trials in order are cut into 8 of even size. NaN is left out.
 */
export function axisInfluence(column: Float64Array, values: Float64Array): number {
  const rows = Array.from(column.keys()).filter((row) => !Number.isNaN(values[row]!));
  const distinct = [...new Set(rows.map((row) => column[row]!))];
  const groups = distinct.length <= 2 * GROUPS ? byValue(rows, column) : bySize(rows, column);
  const means = groups.map((group) => group.reduce((sum, row) => sum + values[row]!, 0) / group.length);
  return means.length === 0 ? 0 : largest(means) + largest(means.map((mean) => -mean));
}

function byValue(rows: readonly number[], column: Float64Array): number[][] {
  const groups = new Map<number, number[]>();
  for (const row of rows) {
    const group = groups.get(column[row]!);
    if (group) group.push(row);
    else groups.set(column[row]!, [row]);
  }
  return [...groups.values()];
}

function bySize(rows: readonly number[], column: Float64Array): number[][] {
  const ordered = [...rows].sort((a, b) => column[a]! - column[b]! || a - b);
  const size = Math.ceil(ordered.length / GROUPS);
  return Array.from({ length: Math.ceil(ordered.length / size) }, (_, i) => ordered.slice(i * size, (i + 1) * size));
}

function largest(values: readonly number[]): number {
  return values.reduce((a, b) => Math.max(a, b));
}
