import { exactMean, log, ties } from '@projecta/numeric';
import { randomStream } from '@projecta/random';
import { blocksFor } from '../bootstrap/blocks.js';
import { longRunDeviation } from './long-run-deviation.js';
import { resampleCounts } from './resample-counts.js';
import { isFlat } from './trial-shape.js';

export interface SnoopingOptions {
  readonly seed: number;
  /** B: bootstrap samples. */
  readonly samples: number;
  /** n: returns of each trial. */
  readonly bars: number;
  /** L: mean length of a block, the same for all trials. */
  readonly blockLength: number;
}

/** The largest statistic over the trials entered so far, as observed and in every bootstrap sample: all that is kept of them. */
export interface SnoopingTest extends SnoopingOptions {
  readonly observed: { white: number; spa: number; varying: number };
  readonly white: Float64Array;
  readonly spaLower: Float64Array;
  readonly spa: Float64Array;
  readonly spaUpper: Float64Array;
}

/** p-values and bootstrap maxima of White's reality check (2000) and Hansen's SPA (2005); null where no trial's excess varies. */
export interface SnoopingAnswer {
  readonly reality_check_p: number | null;
  readonly spa_p: number | null;
  readonly spa_p_lower: number | null;
  readonly spa_p_upper: number | null;
}

/** Products of counts and returns between two pauses: some 5 ms. */
const PAUSE = 4_000_000;

/** A test without trials. Hansen's maxima are floored at 0 (E9). */
export function snoopingTest(options: SnoopingOptions): SnoopingTest {
  const zeros = (): Float64Array => new Float64Array(options.samples);
  const white = zeros().fill(-Infinity);
  return { ...options, observed: { white: -Infinity, spa: 0, varying: 0 }, white, spaLower: zeros(), spa: zeros(), spaUpper: zeros() };
}

/**
 * Enters trials, each a column of bar returns in excess of the benchmark's. All trials of a test see the same bootstrap samples, in however many
 * calls they are entered. Yields the share done where a caller may pause.
 */
export function* enterTrials(test: SnoopingTest, columns: readonly Float64Array[]): Generator<number, void, void> {
  const { seed, samples, bars, blockLength } = test;
  const trials: Trial[] = [];
  for (const [i, excess] of columns.entries()) {
    trials.push(trialOf(test, excess));
    if ((i * bars) % PAUSE > PAUSE - bars) yield 0;
  }
  const resample = { blocks: blocksFor(bars), counts: new Float64Array(bars) };
  const stride = Math.max(1, Math.floor(PAUSE / (bars * columns.length)));
  for (let sample = 0; sample < samples; sample++) {
    resampleCounts(randomStream(seed, 'overfitting', sample), blockLength, resample);
    for (let i = 0; i < trials.length; i++) enterSample(test, trials[i]!, { sample, counts: resample.counts });
    if (sample % stride === stride - 1) yield sample / samples;
  }
}

/** Counts how often the bootstrap did at least as well: p = (1 + #{>=})/(B + 1), ties (E11) counted. */
export function snoopingAnswer({ observed, samples, white, spaLower, spa, spaUpper }: SnoopingTest): SnoopingAnswer {
  if (observed.varying === 0) return { reality_check_p: null, spa_p: null, spa_p_lower: null, spa_p_upper: null };
  const p = (maxima: Float64Array, statistic: number): number => {
    const asGood = maxima.reduce((count, one) => (one >= statistic || ties(one, statistic) ? count + 1 : count), 0);
    return (1 + asGood) / (samples + 1);
  };
  return {
    reality_check_p: p(white, observed.white),
    spa_p: p(spa, observed.spa),
    spa_p_lower: p(spaLower, observed.spa),
    spa_p_upper: p(spaUpper, observed.spa),
  };
}

/** A trial as the samples see it: what is taken off its bootstrap mean in each test, and the scale of Hansen's. */
interface Trial {
  readonly excess: Float64Array;
  readonly mean: number;
  /** All values tie: every resample has the same mean, and there is no studentised statistic. */
  readonly flat: boolean;
  /** √n/ω, 0 where there is none. */
  readonly scale: number;
  readonly lower: number;
  readonly consistent: number;
}

function trialOf({ bars: n, blockLength, observed }: SnoopingTest, excess: Float64Array): Trial {
  const mean = exactMean(excess);
  const flat = isFlat(excess);
  const deviation = flat ? 0 : longRunDeviation(excess, blockLength);
  const scale = deviation > 0 ? Math.sqrt(n) / deviation : 0;
  observed.white = Math.max(observed.white, Math.sqrt(n) * mean);
  observed.spa = Math.max(observed.spa, scale * mean);
  if (!flat) observed.varying++;
  const hopeless = scale * mean < -Math.sqrt(2 * log(log(n))); // then it is left as bad as it is
  return { excess, mean, flat, scale, lower: Math.max(mean, 0), consistent: hopeless ? 0 : mean };
}

function enterSample(
  { bars, white, spaLower, spa, spaUpper }: SnoopingTest,
  { excess, mean, flat, scale, lower, consistent }: Trial,
  { sample, counts }: { readonly sample: number; readonly counts: Float64Array },
): void {
  const resampled = flat ? mean : product(counts, excess) / bars;
  white[sample] = Math.max(white[sample]!, Math.sqrt(bars) * (resampled - mean));
  spaLower[sample] = Math.max(spaLower[sample]!, scale * (resampled - lower));
  spa[sample] = Math.max(spa[sample]!, scale * (resampled - consistent));
  spaUpper[sample] = Math.max(spaUpper[sample]!, scale * (resampled - mean));
}

/** Σ counts·values in four sums: one would wait for itself on every addition. */
function product(counts: Float64Array, values: Float64Array): number {
  const n = values.length;
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  let i = 0;
  for (; i + 3 < n; i += 4) {
    a += counts[i]! * values[i]!;
    b += counts[i + 1]! * values[i + 1]!;
    c += counts[i + 2]! * values[i + 2]!;
    d += counts[i + 3]! * values[i + 3]!;
  }
  for (; i < n; i++) a += counts[i]! * values[i]!;
  return a + b + (c + d);
}
