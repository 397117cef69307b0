import { testCandles } from '@projecta/candles';
import { randomStream } from '@projecta/random';
import { benchRatios, columnPool, plainSum, printBench } from '@projecta/testing';
import { barShapes } from '../bar-shapes.js';
import { permuteBars } from '../permute-bars.js';
import { rotateDirections } from '../rotate-directions.js';

for (const n of [2_500, 100_000]) {
  const candles = testCandles('1m', 0, n * 60_000);
  const directions = Float64Array.from({ length: n }, (_, t) => (t % 40 < 20 ? 1 : -1));
  const shapes = barShapes(candles);
  const pool = columnPool();
  let trial = 0;
  const permuted = (): unknown => {
    pool.release();
    return permuteBars(candles, randomStream(42, 'permutation', trial++), { shapes, allocate: pool.take });
  };
  printBench(
    `one trial's market, ${n} bars`,
    benchRatios([
      { name: 'plain sum', per: n, run: () => plainSum(candles.close) },
      { name: 'bars permuted', per: n, run: permuted },
      { name: 'decisions rotated', per: n, run: () => rotateDirections(directions, randomStream(42, 'permutation', trial++)) },
    ]),
  );
}
