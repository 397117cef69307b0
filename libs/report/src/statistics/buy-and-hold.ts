/** What the initial cash would be worth, had it bought the first close and been left alone: cash · close_t / close_0. */
export function buyAndHold(close: Float64Array, initialCash: number): Float64Array {
  const worth = new Float64Array(close.length);
  const units = initialCash / close[0]!;
  for (let t = 0; t < close.length; t++) worth[t] = units * close[t]!;
  return worth;
}
