export { dual_sma } from './dual-sma.js';
export { ema_cross } from './ema-cross.js';
export { macd } from './macd.js';
export { rsi_reversion } from './rsi-reversion.js';
export { bollinger_reversion } from './bollinger-reversion.js';
export { donchian_breakout } from './donchian-breakout.js';
export { momentum } from './momentum.js';
export { buy_and_hold } from './buy-and-hold.js';
