/** One thing to time; `per` is how many values one call handles, for the ns-a-value column. */
export interface BenchCase {
  readonly name: string;
  readonly run: () => unknown;
  readonly per: number;
}

export interface BenchRow {
  readonly name: string;
  /** Median nanoseconds a value. */
  readonly ns: number;
  /** Median of ns / the floor's ns in the same round. */
  readonly ratio: number;
}

/**
 * Times the cases in interleaved rounds and returns each one's median against the first case, the floor.
 * Interleaving makes the ratio hold while the machine's speed drifts; nothing here is asserted.
 */
export function benchRatios(cases: readonly BenchCase[], { rounds = 15, minMs = 20 } = {}): BenchRow[] {
  const calls = cases.map((one) => callsFor(one, minMs));
  const times: number[][] = cases.map(() => []);
  for (let round = 0; round < rounds; round++) {
    cases.forEach((one, i) => times[i]!.push(nsPerValue(one, calls[i]!)));
  }
  return cases.map((one, i) => ({
    name: one.name,
    ns: median(times[i]!),
    ratio: median(times[i]!.map((ns, round) => ns / times[0]![round]!)),
  }));
}

/** Prints rows as a Markdown table. */
export function printBench(title: string, rows: readonly BenchRow[]): void {
  console.log(`\n### ${title}\n`);
  console.log(`| what | ns a value | × ${rows[0]!.name} |\n|---|---:|---:|`);
  for (const row of rows) console.log(`| ${row.name} | ${row.ns.toFixed(2)} | ${row.ratio.toFixed(2)} |`);
}

/** The floor every bench shares: the plain sum of a Float64Array. */
export function plainSum(values: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i]!;
  return sum;
}

function nsPerValue(one: BenchCase, calls: number): number {
  const start = performance.now();
  for (let i = 0; i < calls; i++) one.run();
  return ((performance.now() - start) * 1e6) / (calls * one.per);
}

function callsFor(one: BenchCase, minMs: number): number {
  one.run();
  const start = performance.now();
  let calls = 0;
  while (performance.now() - start < minMs) {
    one.run();
    calls++;
  }
  return Math.max(1, calls);
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)]!;
}
