export { fixed_fraction } from './fixed-fraction.js';
export { volatility_target } from './volatility-target.js';
export { kelly_fraction } from './kelly-fraction.js';
