import { defineIndicator, real } from '@projecta/plugin';

export const psar = defineIndicator({
  name: 'psar',
  title: 'Parabolic SAR',
  description: 'A trailing level that speeds up towards the price as a trend makes new extremes; the price touching it turns the trend.',
  reference: 'TA-Lib SAR; Wilder (1978)',
  params: {
    acceleration: real({
      min: 0,
      default: 0.02,
      description: 'Share of the distance to the extreme taken each bar, and its step at a new extreme.',
    }),
    maximum: real({ min: 0, default: 0.2, description: 'Largest such share.' }),
  },
  inputs: ['high', 'low'],
  outputs: ['psar'],
  warmup: () => 1,
  compute({ high, low }, { acceleration, maximum }, { psar }) {
    const n = high.length;
    if (n < 2) return;
    const step = Math.min(acceleration, maximum);
    const down = low[0]! - low[1]!;
    // Down if the second bar moved down more than up.
    let isLong = !(down > 0 && down > high[1]! - high[0]!);
    let extreme = isLong ? high[1]! : low[1]!;
    let level = isLong ? low[0]! : high[0]!;
    let share = step;
    let previousHigh = high[1]!;
    let previousLow = low[1]!;
    for (let t = 1; t < n; t++) {
      const top = high[t]!;
      const bottom = low[t]!;
      const turns = isLong ? bottom <= level : top >= level;
      if (turns) {
        isLong = !isLong;
        level = isLong ? Math.min(extreme, previousLow, bottom) : Math.max(extreme, previousHigh, top);
        psar[t] = level;
        share = step;
        extreme = isLong ? top : bottom;
      } else {
        psar[t] = level;
        const isNewExtreme = isLong ? top > extreme : bottom < extreme;
        if (isNewExtreme) {
          extreme = isLong ? top : bottom;
          share = Math.min(share + step, maximum);
        }
      }
      level += share * (extreme - level);
      // Never inside the range of this bar or the one before.
      level = isLong ? Math.min(level, previousLow, bottom) : Math.max(level, previousHigh, top);
      previousHigh = top;
      previousLow = bottom;
    }
  },
});
