import type { Candles, PriceColumn } from '@projecta/candles';

/** The cuts as fine-print writes them, for data long enough that they reach `count`: n−2, floor(n/2^k) beyond the warm-up, warm-up, warm-up + 1, … */
export function literalCuts(n: number, warmup: number, count = 16): number[] {
  const listed = [n - 2];
  for (let k = 1; Math.floor(n / 2 ** k) > warmup; k++) listed.push(Math.floor(n / 2 ** k));
  for (let c = warmup; listed.length < 2 * count + 40; c++) listed.push(c);
  return [...new Set(listed)].slice(0, count);
}

/** The data of cut number `i` at bar c: ended after c when i is even, else with 8 bars that repeat its shape, closes +1 %, −1 % in turn. */
export function cutData(candles: Candles, c: number, i: number): Candles {
  const columns = Object.entries(candles).map(([name, column]: [string, Float64Array]) => {
    const known = [...column].slice(0, c + 1);
    return [name, Float64Array.from(i % 2 === 0 ? known : [...known, ...otherBars(known, name as PriceColumn)])] as const;
  });
  return Object.fromEntries(columns) as unknown as Candles;
}

function otherBars(known: readonly number[], name: PriceColumn): number[] {
  const last = known[known.length - 1]!;
  if (name === 'volume') return Array.from({ length: 8 }, () => last);
  if (name === 'ts') return Array.from({ length: 8 }, (_, k) => last + (k + 1) * (last - known[known.length - 2]!));
  const factors = [1.01, 0.99, 1.01, 0.99, 1.01, 0.99, 1.01, 0.99];
  let factor = 1;
  return factors.map((one) => last * (factor *= one));
}

/** The first bar at which decisions made without the future differ from those made with it, cut by cut; undefined when none does. */
export function firstDifference(
  decide: (candles: Candles) => readonly number[],
  candles: Candles,
  cuts: readonly number[],
): number | undefined {
  const whole = decide(candles);
  for (const [i, c] of cuts.entries()) {
    const again = decide(cutData(candles, c, i));
    for (let t = 0; t <= c; t++) if (whole[t] !== again[t]) return t;
  }
  return undefined;
}
