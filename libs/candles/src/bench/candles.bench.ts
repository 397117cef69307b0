import { benchRatios, plainSum, printBench } from '@projecta/testing';
import { checkCandles } from '../check-candles.js';
import { dataHash } from '../data-hash.js';
import { formatCandlesCsv } from '../format-candles-csv.js';
import { parseCandlesCsv } from '../parse-candles-csv.js';
import { resampleCandles } from '../resample-candles.js';
import { testCandles } from '../test-candles.js';

const n = 1_000_000;
const few = 100_000;
const start = Date.UTC(2020, 0, 1);
const candles = testCandles('1m', start, start + n * 60_000);
const text = formatCandlesCsv(testCandles('1m', start, start + few * 60_000));

printBench(
  'candles (values are bars; the floor sums one column)',
  benchRatios([
    { name: 'plain sum', run: () => plainSum(candles.close), per: n },
    { name: 'checkCandles', run: () => checkCandles(candles, 'bench'), per: n },
    { name: 'resampleCandles 1m to 1h', run: () => resampleCandles(candles, '1h'), per: n },
    { name: 'testCandles 1m', run: () => testCandles('1m', start, start + n * 60_000), per: n },
    { name: 'dataHash (pure)', run: () => dataHash(testCandles('1m', start, start + few * 60_000)), per: few },
    { name: 'formatCandlesCsv', run: () => formatCandlesCsv(testCandles('1m', start, start + few * 60_000)), per: few },
    { name: 'parseCandlesCsv', run: () => parseCandlesCsv(text), per: few },
  ]),
);
