import {
  bullishengulfingpattern,
  bullishharami,
  downsidetasukigap,
  morningstar,
  piercingline,
  threewhitesoldiers,
} from 'technicalindicators';
import { candlestickPattern } from './candlestick-pattern.js';

/** The descriptions state the library's tests, which are looser than some textbooks'. Body = open to close. */
export const bullish_engulfing = candlestickPattern({
  name: 'bullish_engulfing',
  title: 'Bullish engulfing',
  description: 'A rising bar whose body strictly covers the falling body before it: 1 on that bar, else 0.',
  libraryName: 'bullishengulfingpattern',
  bars: 2,
  has: bullishengulfingpattern,
});

export const bullish_harami = candlestickPattern({
  name: 'bullish_harami',
  title: 'Bullish harami',
  description:
    'After a falling bar, one that opens inside its body, closes above its close, makes a lower high and has its low below its open: 1 on the second bar, else 0.',
  libraryName: 'bullishharami',
  bars: 2,
  has: bullishharami,
});

export const piercing_line = candlestickPattern({
  name: 'piercing_line',
  title: 'Piercing line',
  description:
    'After a falling bar, a rising one that opens below its low and closes above the middle of its body: 1 on the second bar, else 0.',
  libraryName: 'piercingline',
  bars: 2,
  has: piercingline,
});

export const morning_star = candlestickPattern({
  name: 'morning_star',
  title: 'Morning star',
  description:
    'A falling bar, a bar that gaps wholly below it, and a rising bar that opens above the second and closes above the middle of the first body: 1 on the third bar, else 0.',
  libraryName: 'morningstar',
  bars: 3,
  has: morningstar,
});

export const three_white_soldiers = candlestickPattern({
  name: 'three_white_soldiers',
  title: 'Three white soldiers',
  description: 'Three rising bars with rising highs, each opening below the close of the one before: 1 on the third bar, else 0.',
  libraryName: 'threewhitesoldiers',
  bars: 3,
  has: threewhitesoldiers,
});

export const downside_tasuki_gap = candlestickPattern({
  name: 'downside_tasuki_gap',
  title: 'Downside tasuki gap',
  description:
    'Two falling bars with a gap between their ranges, then a rising bar that opens inside the second body and closes inside the gap: 1 on the third bar, else 0.',
  libraryName: 'downsidetasukigap',
  bars: 3,
  has: downsidetasukigap,
});
