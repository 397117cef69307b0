export { readCandlesFile, type ReadOptions } from './read-candles-file.js';
export { parseCandlesBytes } from './parse-candles-bytes.js';
export { parseCandlesParquet, type ParquetLimits } from './parse-candles-parquet.js';
