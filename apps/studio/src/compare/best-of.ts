/** Which of the values are the best; none where fewer than two exist or all are equal. */
export function bestOf(values: readonly (number | null)[], lowerIsBetter: boolean): ReadonlySet<number> {
  const known = values.filter((value) => value !== null);
  if (known.length < 2 || known.every((value) => value === known[0])) return new Set();
  const best = known.reduce((a, b) => ((lowerIsBetter ? b < a : b > a) ? b : a));
  return new Set(values.flatMap((value, i) => (value === best ? [i] : [])));
}
