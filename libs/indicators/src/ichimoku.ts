import { defineIndicator, int } from '@projecta/plugin';
import { movingMax, movingMin } from './kernels/moving-extremes.js';

export const ichimoku = defineIndicator({
  name: 'ichimoku',
  title: 'Ichimoku cloud',
  description:
    'Middles of the ranges of three windows. The cloud (span_a, span_b) at a bar is what was drawn forward to it `displacement` bars ago; the lagging line is left out, since it is the future.',
  reference: 'Hosoda (1969)',
  params: {
    conversion: int({ min: 1, max: 100_000, default: 9, unit: 'bars', description: 'Bars of the conversion line.' }),
    base: int({ min: 1, max: 100_000, default: 26, unit: 'bars', description: 'Bars of the base line.' }),
    span_b: int({ min: 1, max: 100_000, default: 52, unit: 'bars', description: 'Bars of the slow edge of the cloud.' }),
    displacement: int({ min: 0, max: 100_000, default: 26, unit: 'bars', description: 'How far forward the cloud is drawn.' }),
  },
  inputs: ['high', 'low'],
  outputs: ['conversion', 'base', 'span_a', 'span_b'],
  warmup: ({ conversion, base, span_b, displacement }) => ({
    conversion: conversion - 1,
    base: base - 1,
    span_a: Math.max(conversion, base) - 1 + displacement,
    span_b: span_b - 1 + displacement,
  }),
  compute({ high, low }, params, { conversion, base, span_a, span_b }) {
    const n = high.length;
    const { displacement } = params;
    // The spans hold the lows until their own values are made.
    middles({ high, low, window: params.conversion, out: conversion, scratch: span_a });
    middles({ high, low, window: params.base, out: base, scratch: span_a });
    middles({ high, low, window: params.span_b, out: span_b, scratch: span_a });
    for (let t = n - 1; t >= displacement; t--) {
      span_a[t] = (conversion[t - displacement]! + base[t - displacement]!) / 2;
      span_b[t] = span_b[t - displacement]!;
    }
    span_a.fill(NaN, 0, displacement);
    span_b.fill(NaN, 0, displacement);
  },
});

interface Middles {
  readonly high: Float64Array;
  readonly low: Float64Array;
  readonly window: number;
  readonly out: Float64Array;
  readonly scratch: Float64Array;
}

function middles({ high, low, window, out, scratch }: Middles): void {
  const span = { from: 0, to: high.length, window };
  movingMax(high, out, span);
  movingMin(low, scratch, span);
  for (let t = window - 1; t < out.length; t++) out[t] = (out[t]! + scratch[t]!) / 2;
}
