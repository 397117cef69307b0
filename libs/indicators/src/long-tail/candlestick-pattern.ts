import type { IndicatorDefinition } from '@projecta/plugin';
import { fromTechnicalIndicators } from './from-technical-indicators.js';

/** The last bars of a pattern, oldest first. */
interface PatternBars {
  readonly open: number[];
  readonly high: number[];
  readonly low: number[];
  readonly close: number[];
}

export interface CandlestickPattern<N extends string> {
  readonly name: N;
  readonly title: string;
  readonly description: string;
  readonly libraryName: string;
  /** How many bars the pattern spans, the one that completes it included. */
  readonly bars: number;
  /** The library's test on exactly that many bars. */
  readonly has: (bars: PatternBars) => boolean;
}

/** A candlestick pattern as an indicator: 1 on the bar that completes it, 0 on every other bar, undefined while there are too few bars. */
export function candlestickPattern<const N extends string>({
  bars,
  has,
  name,
  ...about
}: CandlestickPattern<N>): IndicatorDefinition<Record<never, never>, 'open' | 'high' | 'low' | 'close', N> {
  return fromTechnicalIndicators({
    ...about,
    name,
    params: {},
    inputs: ['open', 'high', 'low', 'close'],
    outputs: [name],
    warmup: () => bars - 1,
    start() {
      const last: PatternBars = { open: [], high: [], low: [], close: [] };
      return (bar) => {
        slide(last.open, bar.open, bars);
        slide(last.high, bar.high, bars);
        slide(last.low, bar.low, bars);
        slide(last.close, bar.close, bars);
        if (last.close.length < bars) return undefined;
        return { [name]: has(last) ? 1 : 0 } as Record<N, number>;
      };
    },
  });
}

function slide(values: number[], value: number, length: number): void {
  if (values.length === length) values.shift();
  values.push(value);
}
