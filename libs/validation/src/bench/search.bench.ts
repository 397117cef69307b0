import { randomStream } from '@projecta/random';
import { benchRatios, plainSum, printBench } from '@projecta/testing';
import { blockSums, putTrial } from '../overfitting/block-sums.js';
import { cscv } from '../overfitting/cscv.js';
import { longRunDeviation } from '../overfitting/long-run-deviation.js';
import { pboOfNoise } from '../overfitting/pbo-noise.js';
import { enterTrials, snoopingTest } from '../overfitting/snooping-test.js';

const BARS = 2_500;
const BLOCKS = 12;
const SPLITS = 924;
const SAMPLES = 100;

function end<T>(kernel: Generator<number, T, void>): T {
  let step = kernel.next();
  while (!step.done) step = kernel.next();
  return step.value;
}

for (const trials of [20, 500]) {
  const { normal } = randomStream(42, 'bench', trials);
  const columns = Array.from({ length: trials }, () => Float64Array.from({ length: BARS }, normal));
  const all = Float64Array.from(columns.flatMap((column) => [...column]));
  const sums = blockSums({ bars: BARS, blocks: BLOCKS, trials });
  columns.forEach((column, trial) => putTrial(sums, trial, column));
  const entered = (): unknown => {
    const test = snoopingTest({ seed: 1, samples: SAMPLES, bars: BARS, blockLength: 5 });
    end(enterTrials(test, columns));
    return test.white;
  };
  printBench(
    `a search of ${trials} trials of ${BARS} returns`,
    benchRatios(
      [
        { name: 'plain sum of a return', per: all.length, run: () => plainSum(all) },
        { name: 'block sums, a return', per: all.length, run: () => columns.forEach((column, trial) => putTrial(sums, trial, column)) },
        { name: 'cross-validation, a split and trial', per: SPLITS * trials, run: () => end(cscv(sums)) },
        { name: 'kernel deviation, a return', per: BARS, run: () => longRunDeviation(columns[0]!, 5) },
        { name: 'reality check and SPA, a sample and return', per: SAMPLES * all.length, run: entered },
        {
          name: 'a matrix of noise, a return',
          per: all.length,
          run: () => end(pboOfNoise({ seed: 1, trials, bars: BARS, blocks: BLOCKS }, 0)),
        },
      ],
      { rounds: 5 },
    ),
  );
}
