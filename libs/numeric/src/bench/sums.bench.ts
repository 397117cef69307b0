import { benchRatios, plainSum, printBench } from '@projecta/testing';
import { exactMean, exactSum, moments, sampleStd } from '../index.js';

// Sums, mean, spread and moments of simple returns against the plain sum, at a year of days-on-minutes and at a million bars.
for (const n of [10_000, 1_000_000]) {
  const values = Float64Array.from({ length: n }, (_, i) => (((i * 7_919) % 10_007) - 5_003) / 250_000);
  printBench(
    `Sums of ${n} values`,
    benchRatios([
      { name: 'plain sum', run: () => plainSum(values), per: n },
      { name: 'exactSum', run: () => exactSum(values), per: n },
      { name: 'exactMean', run: () => exactMean(values), per: n },
      { name: 'sampleStd', run: () => sampleStd(values), per: n },
      { name: 'moments', run: () => moments(values), per: n },
    ]),
  );
}
