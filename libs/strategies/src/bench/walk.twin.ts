/** A random walk of n closes, the same each time. */
export function walk(n: number): number[] {
  const close: number[] = [];
  let price = 100;
  let state = 1;
  for (let t = 0; t < n; t++) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    price *= 1 + (state / 2 ** 32 - 0.5) * 0.02;
    close.push(price);
  }
  return close;
}
