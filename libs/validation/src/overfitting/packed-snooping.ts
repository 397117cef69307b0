import type { SnoopingTest } from './snooping-test.js';

/** How many numbers a test is. */
export function snoopingWidth(samples: number): number {
  return 3 + 4 * samples;
}

/** Writes all that a test keeps of its trials in a row. */
export function packSnooping({ observed, white, spaLower, spa, spaUpper }: SnoopingTest, into: Float64Array, at: number): void {
  into[at++] = observed.white;
  into[at++] = observed.spa;
  into[at++] = observed.varying;
  for (const maxima of [white, spaLower, spa, spaUpper]) {
    into.set(maxima, at);
    at += maxima.length;
  }
}

/**
 * Enters the trials of a test that was packed elsewhere: of the same samples, of other trials. Maxima do not depend on the order of what
 * they are the largest of, so neither does the test.
 */
export function mergeSnooping({ observed, samples, white, spaLower, spa, spaUpper }: SnoopingTest, from: Float64Array, at: number): void {
  observed.white = Math.max(observed.white, from[at++]!);
  observed.spa = Math.max(observed.spa, from[at++]!);
  observed.varying += from[at++]!;
  for (const maxima of [white, spaLower, spa, spaUpper])
    for (let sample = 0; sample < samples; sample++) maxima[sample] = Math.max(maxima[sample]!, from[at++]!);
}
