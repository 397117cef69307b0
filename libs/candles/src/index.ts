export { type Candles, type PriceColumn } from './candles.js';
