import { bearishengulfingpattern, bearishharami, darkcloudcover, eveningstar, threeblackcrows } from 'technicalindicators';
import { candlestickPattern } from './candlestick-pattern.js';

/** The descriptions state the library's tests, which are looser than some textbooks'. Body = open to close. */
export const bearish_engulfing = candlestickPattern({
  name: 'bearish_engulfing',
  title: 'Bearish engulfing',
  description: 'A falling bar whose body strictly covers the rising body before it: 1 on that bar, else 0.',
  libraryName: 'bearishengulfingpattern',
  bars: 2,
  has: bearishengulfingpattern,
});

export const bearish_harami = candlestickPattern({
  name: 'bearish_harami',
  title: 'Bearish harami',
  description:
    'After a rising bar, one that opens inside its body, closes below its close, makes a lower high and has its low above its open: 1 on the second bar, else 0.',
  libraryName: 'bearishharami',
  bars: 2,
  has: bearishharami,
});

export const dark_cloud_cover = candlestickPattern({
  name: 'dark_cloud_cover',
  title: 'Dark cloud cover',
  description:
    'After a rising bar, a falling one that opens above its high and closes below the middle of its body, yet above its open: 1 on the second bar, else 0.',
  libraryName: 'darkcloudcover',
  bars: 2,
  has: darkcloudcover,
});

export const evening_star = candlestickPattern({
  name: 'evening_star',
  title: 'Evening star',
  description:
    'A rising bar, a bar that gaps wholly above it, and a falling bar that opens below the second and closes below the middle of the first body: 1 on the third bar, else 0.',
  libraryName: 'eveningstar',
  bars: 3,
  has: eveningstar,
});

export const three_black_crows = candlestickPattern({
  name: 'three_black_crows',
  title: 'Three black crows',
  description: 'Three falling bars with falling lows, each opening inside the body before it: 1 on the third bar, else 0.',
  libraryName: 'threeblackcrows',
  bars: 3,
  has: threeblackcrows,
});
