import { benchRatios, plainSum, printBench } from '@projecta/testing';
import { checkParams } from '../check-params.js';
import { computeIndicator } from '../compute-indicator.js';
import { defineIndicator } from '../indicator.js';
import { int, real } from '../param.js';
import { windowOf } from '../window.js';

const PARAMS = { window: windowOf(20), fast: int({ min: 1, default: 10 }), k: real({ min: 0, default: 2 }) };
const copy = defineIndicator({
  name: 'copy',
  title: 'Copy',
  description: 'The source itself: what the harness around an indicator costs.',
  params: { window: windowOf(20) },
  inputs: ['source'],
  outputs: ['copy'],
  warmup: () => 0,
  compute({ source }, _params, { copy: out }) {
    out.set(source);
  },
});

const n = 100_000;
const close = Float64Array.from({ length: n }, (_, t) => 100 + (t % 7));
const candles = { ts: close, open: close, high: close, low: close, close };
const out = new Float64Array(n);

printBench(
  'plug-in harness (values are bars; a check of parameters counts as one)',
  benchRatios([
    { name: 'plain sum', per: n, run: () => plainSum(close) },
    { name: 'computeIndicator of a copy', per: n, run: () => computeIndicator(copy, candles, {}, { allocate: () => out }) },
    { name: 'checkParams, three parameters', per: 1, run: () => checkParams(PARAMS, { n: 5, k: 1.5 }, '/params') },
  ]),
);
