import { benchRatios, plainSum, printBench } from '@projecta/testing';
import { quantile, quantileSorted, quantilesOf } from '../index.js';

// Selecting against sorting: two quantiles of a run's returns, and the seven of a distribution's table.
const SEVEN = [0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99];
for (const n of [1_000, 100_000]) {
  const values = Float64Array.from({ length: n }, (_, i) => ((i * 7_919 + ((i * i) % 1_013)) % 104_729) / 104_729 - 0.5);
  printBench(
    `Quantiles of ${n} values`,
    benchRatios([
      { name: 'plain sum', run: () => plainSum(values), per: n },
      { name: 'copy, sort, read', run: () => quantileSorted(new Float64Array(values).sort(), 0.05), per: n },
      { name: 'quantile', run: () => quantile(values, 0.05), per: n },
      { name: 'quantilesOf 2', run: () => quantilesOf(values, [0.05, 0.95]), per: n },
      { name: 'quantilesOf 7', run: () => quantilesOf(values, SEVEN), per: n },
    ]),
  );
}
