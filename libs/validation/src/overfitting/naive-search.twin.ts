/** The formulas about a search again, on lists and in the order the page states them, to be compared with the kernels. */

const tie = (a: number, b: number): boolean =>
  a === b || (Number.isFinite(a) && Number.isFinite(b) && Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b)));
export const meanOf = (values: readonly number[]): number => values.reduce((sum, x) => sum + x, 0) / values.length;

/** (mean − rf)/std, ddof 1; −∞ for none. */
export function naiveSharpe(returns: readonly number[], riskFree = 0): number {
  if (returns.length < 2 || returns.every((x) => tie(x, returns[0]!))) return -Infinity;
  const mean = meanOf(returns);
  const std = Math.sqrt(returns.reduce((sum, x) => sum + (x - mean) * (x - mean), 0) / (returns.length - 1));
  return tie(mean, riskFree) ? 0 : (mean - riskFree) / std;
}

/** Every choice of `take` of the items, in lexicographic order. */
function choices(items: readonly number[], take: number): number[][] {
  if (take === 0) return [[]];
  return items.flatMap((item, i) => choices(items.slice(i + 1), take - 1).map((rest) => [item, ...rest]));
}

/** PBO and the rank out of sample of each split's best, by the first blocks of the split. */
export function naiveCscv(columns: readonly (readonly number[])[], blocks: number, riskFree = 0) {
  const bars = columns[0]!.length;
  const size = Math.floor(bars / blocks);
  const rowsOf = (block: number): number[] => {
    const end = block === blocks - 1 ? bars : (block + 1) * size;
    return Array.from({ length: end - block * size }, (_, i) => block * size + i);
  };
  const all = Array.from({ length: blocks }, (_, block) => block);
  const ranks = new Map<string, number>();
  for (const inSample of choices(all, blocks / 2)) {
    const outOfSample = all.filter((block) => !inSample.includes(block));
    const sharpes = (of: number[]): number[] =>
      columns.map((column) =>
        naiveSharpe(
          of.flatMap(rowsOf).map((t) => column[t]!),
          riskFree,
        ),
      );
    const trained = sharpes(inSample);
    const best = trained.findIndex((sharpe) => tie(sharpe, Math.max(...trained)));
    const tested = sharpes(outOfSample);
    const tied = tested.filter((sharpe) => tie(sharpe, tested[best]!)).length;
    const below = tested.filter((sharpe) => sharpe < tested[best]! && !tie(sharpe, tested[best]!)).length;
    ranks.set(inSample.join(), below + (tied + 1) / 2);
  }
  const omega = (rank: number): number => rank / (columns.length + 1);
  const logits = [...ranks.values()].map((rank) => Math.log(omega(rank) / (1 - omega(rank))));
  return { pbo: logits.filter((logit) => logit <= 0).length / logits.length, ranks };
}

/** Hansen's kernel estimate, lag by lag. */
export function naiveDeviation(values: readonly number[], length: number): number {
  const n = values.length;
  const mean = meanOf(values);
  const gamma = (lag: number): number => values.slice(lag).reduce((sum, x, t) => sum + (x - mean) * (values[t]! - mean), 0) / n;
  let variance = gamma(0);
  for (let i = 1; i < n; i++) {
    const kappa = ((n - i) / n) * Math.pow(1 - 1 / length, i) + (i / n) * Math.pow(1 - 1 / length, n - i);
    variance += 2 * kappa * gamma(i);
  }
  return Math.sqrt(Math.max(0, variance));
}

/** White's and Hansen's p-values over given resamples, each a list of bars. */
export function naiveSnooping(columns: readonly (readonly number[])[], resamples: readonly (readonly number[])[], length: number) {
  const n = columns[0]!.length;
  const root = Math.sqrt(n);
  const trials = columns.map((column) => {
    const flat = column.every((x) => tie(x, column[0]!));
    return { column, flat, mean: flat ? column[0]! : meanOf(column), omega: flat ? 0 : naiveDeviation(column, length) };
  });
  const studentised = trials.filter(({ omega }) => omega > 0);
  if (trials.every(({ flat }) => flat)) return { white: null, lower: null, consistent: null, upper: null };
  const resampled = (column: readonly number[], bars: readonly number[]): number => meanOf(bars.map((t) => column[t]!));
  const p = (observed: number, maxima: readonly number[]): number =>
    (1 + maxima.filter((one) => one >= observed || tie(one, observed)).length) / (maxima.length + 1);
  const white = resamples.map((bars) =>
    Math.max(...trials.map(({ column, flat, mean }) => (flat ? 0 : root * (resampled(column, bars) - mean)))),
  );
  const threshold = -Math.sqrt(2 * Math.log(Math.log(n)));
  const spa = (recentre: (mean: number, omega: number) => number): number[] =>
    resamples.map((bars) =>
      Math.max(0, ...studentised.map(({ column, mean, omega }) => (root * (resampled(column, bars) - recentre(mean, omega))) / omega)),
    );
  const observed = Math.max(0, ...studentised.map(({ mean, omega }) => (root * mean) / omega));
  return {
    white: p(Math.max(...trials.map(({ mean }) => root * mean)), white),
    lower: p(
      observed,
      spa((mean) => Math.max(mean, 0)),
    ),
    consistent: p(
      observed,
      spa((mean, omega) => ((root * mean) / omega < threshold ? 0 : mean)),
    ),
    upper: p(
      observed,
      spa((mean) => mean),
    ),
  };
}
