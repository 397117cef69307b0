import { describe, expect, test } from '@jest/globals';
import type { Candles, PriceColumn } from '@projecta/candles';
import { computeIndicator, type IndicatorDefinition } from '@projecta/plugin';
import { readVectors } from '@projecta/testing';
import * as core from './index.js';
import * as longTail from './long-tail/index.js';

/** One reference: the outputs by name as [first defined bar, values from there on]. Written by vectors/make_vectors.py. */
interface VectorCase {
  readonly indicator: string;
  readonly params: Readonly<Record<string, number>>;
  readonly source?: PriceColumn;
  readonly reference: string;
  readonly outputs: Readonly<Record<string, readonly [number, readonly (number | null)[]]>>;
}

interface VectorFile {
  readonly about: string;
  readonly candles: Readonly<Record<'ts' | 'open' | 'high' | 'low' | 'close' | 'volume', number[]>>;
  readonly cases: readonly VectorCase[];
}

const FILES = ['random_walk', 'gaps_and_trends', 'ticks', 'tiny_prices', 'huge_prices', 'flat', 'candlesticks'] as const;
const TOLERANCE = 1e-9;

/**
 * Outputs that are a small difference of large numbers, with the size of what was subtracted: TA-Lib's rounding is relative to that.
 * MFI and the stochastic are differences of rolling sums in TA-Lib, which leave 1e-14 of 100 where nothing is left.
 */
const DIFFERENCES: Readonly<Record<string, 'price' | 100>> = {
  macd: 'price',
  linreg_slope: 'price',
  cci: 100,
  mfi: 100,
  stochastic: 100,
  trix: 100,
};

const DEFINITIONS = new Map<string, IndicatorDefinition>(
  [...Object.values(core), ...Object.values(longTail)].map((one) => [one.name, one]),
);

test('every indicator has a reference in at least five markets', () => {
  const markets = FILES.flatMap((file) => [...new Set(read(file).cases.map(({ indicator }) => indicator))]);
  const counts = [...DEFINITIONS.keys()].map((name) => [name, markets.filter((one) => one === name).length] as const);
  expect(counts.filter(([, count]) => count < 5)).toEqual([]);
});

test('a difference of 2e-9 counts', () => {
  expect([agrees(1, 1 + 5e-10, 0), agrees(1, 1 + 2e-9, 0), agrees(NaN, NaN, 0), agrees(NaN, 1, 1e300), agrees(0, NaN, 1e300)]).toEqual([
    true,
    false,
    true,
    false,
    false,
  ]);
});

describe.each(FILES)('%s', (file) => {
  const { candles: columns, cases } = read(file);
  const candles = Object.fromEntries(
    Object.entries(columns).map(([name, values]) => [name, Float64Array.from(values)]),
  ) as unknown as Candles;

  test.each(cases.map((one) => [titleOf(one), one] as const))('%s', (_, one) => {
    const { indicator, params, source = 'close' } = one;
    const input = candles[source]!;
    const actual = computeIndicator(DEFINITIONS.get(indicator)!, candles, params, { source });
    expect(Object.keys(actual)).toEqual(Object.keys(one.outputs));
    for (const [output, [first, values]] of Object.entries(one.outputs)) {
      const size = DIFFERENCES[indicator];
      const mismatches = [...actual[output]!].flatMap((value, t) => {
        const reference = (t < first ? null : values[t - first]) ?? NaN;
        const expected = rsiOfUnmoved(indicator, input, t, reference) ?? reference;
        return agrees(value, expected, size === 'price' ? input[t]! : (size ?? 0)) ? [] : [{ t, value, expected }];
      });
      expect([output, mismatches.length, mismatches[0]]).toEqual([output, 0, undefined]);
    }
  });
});

/** D3, the one place where ours is another value on purpose: RSI without any change so far is 50, while TA-Lib says 0 and would buy every flat line. */
function rsiOfUnmoved(indicator: string, input: Float64Array, t: number, reference: number): number | undefined {
  const unmoved = indicator === 'rsi' && reference === 0 && input.subarray(0, t + 1).every((value) => value === input[0]);
  return unmoved ? 50 : undefined;
}

function agrees(a: number, b: number, size: number): boolean {
  if (Number.isNaN(a) || Number.isNaN(b)) return Number.isNaN(a) && Number.isNaN(b);
  return Math.abs(a - b) <= TOLERANCE * Math.max(Math.abs(a), Math.abs(b), Math.abs(size));
}

function read(file: string): VectorFile {
  return readVectors<VectorFile>(import.meta.url, `${file}.json`);
}

function titleOf({ indicator, params, source, reference }: VectorCase): string {
  return `${indicator}(${[source ?? [], ...Object.values(params)].flat().join(', ')}) is ${reference}`;
}
