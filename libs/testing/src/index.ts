export { readVectors } from './vectors.js';
export { benchRatios, plainSum, printBench, type BenchCase, type BenchRow } from './bench.js';
