export { openTrialPool, type TrialPoolOptions } from './open-trial-pool.js';
export type { OpenTrialPool, TrialPool } from '@projecta/engine';
