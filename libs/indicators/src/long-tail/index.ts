export { bearishEngulfing, bearishHarami, darkCloudCover, eveningStar, threeBlackCrows, tweezerTop } from './bearish-patterns.js';
export {
  bullishEngulfing,
  bullishHarami,
  downsideTasukiGap,
  morningStar,
  piercingLine,
  threeWhiteSoldiers,
  tweezerBottom,
} from './bullish-patterns.js';
export { averageGain } from './average-gain.js';
export { averageLoss } from './average-loss.js';
export { chandelierExit } from './chandelier-exit.js';
export { heikinAshi } from './heikin-ashi.js';
export { trix } from './trix.js';
export { wema } from './wema.js';
