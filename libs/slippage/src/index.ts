export { none } from './none.js';
export { spread_pct } from './spread-pct.js';
export { participation_rate } from './participation-rate.js';
export { sqrt_impact } from './sqrt-impact.js';
