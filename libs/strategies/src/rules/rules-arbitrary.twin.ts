import fc from 'fast-check';
import type { computeIndicator } from '@projecta/plugin';
import type { Binary, Crossing, Written } from './written-rules.twin.js';

type Candles = Parameters<typeof computeIndicator>[1];

const NUMBERS = [0, 1, 2, 3, 0.5, 14, 50, 1e-3, 1e308];
const column = fc
  .constantFrom('open', 'high', 'low', 'close', 'volume', 'vwap')
  .map((name): Written => ({ op: 'column', name }) as Written);
const number = fc.constantFrom(...NUMBERS).map((value): Written => ({ op: 'number', value }));
const window = fc.integer({ min: 2, max: 5 });

const SERIES: readonly (readonly [name: string, outputs: readonly string[]])[] = [
  ...['sma', 'ema', 'wma', 'highest', 'lowest', 'stddev', 'zscore', 'linreg_slope', 'momentum', 'roc'].map((name) => [name, []] as const),
  ['rsi', ['rsi']],
];
const BARS: readonly (readonly [name: string, args: readonly number[], outputs: readonly string[]])[] = [
  ['atr', [3], []],
  ['true_range', [], []],
  ['donchian', [3], ['lower', 'middle', 'upper']],
  ['stochastic', [3, 2], ['k', 'd']],
  ['obv', [], []],
  ['vwap', [4], []],
];

function indicatorOf(series: fc.Arbitrary<Written>): fc.Arbitrary<Written> {
  const output = (names: readonly string[]) =>
    names.length > 0 ? fc.constantFrom(...names).map((name) => ({ output: name })) : fc.constant({});
  const one = fc
    .constantFrom(...SERIES)
    .chain(([name, outputs]) =>
      fc
        .tuple(series, window, output(outputs))
        .map(([of, bars, chosen]): Written => ({ op: 'indicator', name, series: of, args: [bars], ...chosen })),
    );
  const several = fc
    .tuple(series, fc.constantFrom('macd', 'signal', 'histogram'))
    .map(([of, chosen]): Written => ({ op: 'indicator', name: 'macd', series: of, args: [2, 4, 2], output: chosen }));
  const bands = fc
    .tuple(series, window, fc.constantFrom('lower', 'middle', 'upper'))
    .map(([of, bars, chosen]): Written => ({ op: 'indicator', name: 'bollinger', series: of, args: [bars, 1.5], output: chosen }));
  const ofBars = fc
    .constantFrom(...BARS)
    .chain(([name, args, outputs]) => output(outputs).map((chosen): Written => ({ op: 'indicator', name, args, ...chosen })));
  return fc.oneof({ weight: 4, arbitrary: one }, several, bands, ofBars);
}

const { number: anyNumber, truth } = fc.letrec<{ number: Written; series: Written; truth: Written }>((tie) => {
  const ago = (of: fc.Arbitrary<Written>) =>
    fc.tuple(of, fc.integer({ min: 0, max: 4 })).map(([a, bars]): Written => ({ op: 'ago', a, bars }));
  const wrapped = (op: 'group' | 'negative' | 'not', of: fc.Arbitrary<Written>) => of.map((a): Written => ({ op, a }));
  const joined = (ops: readonly (Binary | Crossing)[], a: fc.Arbitrary<Written>, b: fc.Arbitrary<Written>) =>
    fc.tuple(fc.constantFrom(...ops), a, b).map(([op, left, right]): Written => ({ op, a: left, b: right }));
  const depth = { depthSize: 'small', withCrossShrink: true } as const;
  const comparison = joined(['<', '<=', '>', '>=', '==', '!='], tie('number'), tie('number'));
  return {
    /** Holds a column, so that it is never the same at every bar by its form. */
    series: fc.oneof(
      depth,
      column,
      ago(tie('series')),
      joined(['+', '-', '*', '/'], tie('series'), tie('number')),
      indicatorOf(tie('series')),
    ),
    number: fc.oneof(
      depth,
      column,
      number,
      ago(tie('number')),
      wrapped('group', tie('number')),
      wrapped('negative', tie('number')),
      joined(['+', '-', '*', '/'], tie('number'), tie('number')),
      { weight: 2, arbitrary: indicatorOf(tie('series')) },
    ),
    truth: fc.oneof(
      depth,
      comparison,
      joined(['crosses_above', 'crosses_below'], tie('number'), tie('number')),
      ago(tie('truth')),
      wrapped('group', tie('truth')),
      wrapped('not', tie('truth')),
      { weight: 2, arbitrary: joined(['and', 'or'], tie('truth'), tie('truth')) },
    ),
  };
});

export { anyNumber };

/** Rule sets of every operator, a few levels deep. */
export const ruleSets = fc.record(
  { long: truth, short: fc.option(truth, { nil: undefined }), exit: fc.option(truth, { nil: undefined }) },
  { requiredKeys: ['long', 'short', 'exit'] },
);

/** Bars of small whole prices, so that values meet; volume is often 0 and vwap undefined in stretches, so that there is much to divide by and to miss. */
export const markets: fc.Arbitrary<Candles> = fc
  .array(fc.record({ step: fc.integer({ min: -2, max: 2 }), wick: fc.integer({ min: 0, max: 1 }), hole: fc.integer({ min: 0, max: 5 }) }), {
    maxLength: 40,
  })
  .map((steps) => {
    let price = 5;
    let quiet = 0;
    const bars = steps.map(({ step, wick, hole }) => {
      const open = price;
      price = Math.max(1, price + step);
      quiet = hole === 0 ? 3 : Math.max(0, quiet - 1);
      const [high, low] = [Math.max(open, price) + wick, Math.max(0.5, Math.min(open, price) - wick)];
      return { open, high, low, close: price, volume: quiet > 0 ? 0 : hole, vwap: quiet === 2 ? NaN : (high + low) / 2 };
    });
    const columnOf = (name: keyof (typeof bars)[number]) => Float64Array.from(bars, (bar) => bar[name]);
    return {
      ts: Float64Array.from(bars, (_, t) => t * 60_000),
      open: columnOf('open'),
      high: columnOf('high'),
      low: columnOf('low'),
      close: columnOf('close'),
      volume: columnOf('volume'),
      vwap: columnOf('vwap'),
    };
  });
