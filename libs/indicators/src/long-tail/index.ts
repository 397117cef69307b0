export { bearish_engulfing, bearish_harami, dark_cloud_cover, evening_star, three_black_crows } from './bearish-patterns.js';
export {
  bullish_engulfing,
  bullish_harami,
  downside_tasuki_gap,
  morning_star,
  piercing_line,
  three_white_soldiers,
} from './bullish-patterns.js';
export { average_gain } from './average-gain.js';
export { average_loss } from './average-loss.js';
export { chandelier_exit } from './chandelier-exit.js';
export { heikin_ashi } from './heikin-ashi.js';
export { trix } from './trix.js';
export { wema } from './wema.js';
