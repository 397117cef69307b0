import { benchRatios, plainSum, printBench } from '@projecta/testing';
import { didYouMean } from '../did-you-mean.js';

const values = new Float64Array(1_000).fill(1);
const names = Array.from({ length: 64 }, (_, i) => `indicator_name_${i}`);

printBench(
  'didYouMean among 64 names',
  benchRatios([
    { name: 'plain sum of 1000', per: 1, run: () => plainSum(values) },
    { name: 'a near miss', per: 1, run: () => didYouMean('indicator_nmae_7', names) },
    { name: 'a word of 10,000 letters', per: 1, run: () => didYouMean('x'.repeat(10_000), names) },
  ]),
);
