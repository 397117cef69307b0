export { readVectors } from './vectors.js';
export { caseNames, loadCase, type Case, type CaseCandles } from './cases.js';
export { columnPool } from './column-pool.js';
export { benchRatios, plainSum, printBench, type BenchCase, type BenchRow } from './bench.js';
