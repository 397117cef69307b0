export { nodeLine } from './node-line.js';
export { openTrialPool, type TrialPoolOptions } from './open-trial-pool.js';
export { pause } from './pause.js';
export type { OpenTrialPool, TrialPool } from '@projecta/engine';
