import { benchRatios, plainSum, printBench } from '@projecta/testing';
import { drawIndices, randomStream, shuffle, type RandomStream } from '../index.js';

// What a draw costs against adding a number that is there already. A million of each.
const N = 1_000_000;
const values = Float64Array.from({ length: N }, (_, i) => i);
const indices = new Int32Array(N);
const deck = values.slice();
const stream = randomStream(42, 'bench', 0);

printBench(
  'Draws',
  benchRatios([
    { name: 'plain sum', run: () => plainSum(values), per: N },
    { name: 'next', run: () => sumOfNext(stream), per: N },
    { name: 'below(1000)', run: () => sumOfBelow(stream, 1_000), per: N },
    { name: 'below(1500000)', run: () => sumOfBelow(stream, 1_500_000), per: N },
    { name: 'uniform', run: () => sumOfUniform(stream), per: N },
    { name: 'normal', run: () => sumOfNormal(stream), per: N },
    { name: 'drawIndices', run: () => drawIndices(stream, 10_000, indices), per: N },
    { name: 'shuffle of 1e6', run: () => shuffle(stream, deck), per: N },
  ]),
);

printBench(
  'A stream of its own for every trial',
  benchRatios([
    { name: 'plain sum of 1000', run: () => plainSum(values.subarray(0, 1_000)), per: 1 },
    { name: 'randomStream', run: () => randomStream(42, 'permutation', 17), per: 1 },
  ]),
);

// One loop a kind of draw: a shared one would time the call through a variable, not the draw.
function sumOfNext(from: RandomStream): number {
  let sum = 0;
  for (let i = 0; i < N; i++) sum += from.next();
  return sum;
}

function sumOfBelow(from: RandomStream, m: number): number {
  let sum = 0;
  for (let i = 0; i < N; i++) sum += from.below(m);
  return sum;
}

function sumOfUniform(from: RandomStream): number {
  let sum = 0;
  for (let i = 0; i < N; i++) sum += from.uniform();
  return sum;
}

function sumOfNormal(from: RandomStream): number {
  let sum = 0;
  for (let i = 0; i < N; i++) sum += from.normal();
  return sum;
}
