import { checkpoint, type Cancellation, type OnProgress, type Stage } from '../progress.js';

/** Told how many steps are done and how many bars of work the last one was; checkpoints when enough has gathered. */
export type Pace = (done: number, bars: number) => Promise<void>;

/** Bars simulated between two checkpoints: 10 ms of a step strategy's, 1 ms of a vector strategy's. Time itself is not asked: there is no clock here. */
export const QUANTUM = 100_000;

/** A pace through `total` steps of a stage, the first checkpoint at once. */
export function pace(stage: Stage, total: number, run: { readonly onProgress?: OnProgress; readonly signal?: Cancellation }): Pace {
  let gathered = QUANTUM;
  return async (done, bars) => {
    gathered += bars;
    if (gathered < QUANTUM) return;
    gathered = 0;
    await checkpoint({ stage, done, total }, run);
  };
}

/** Told of work as it is done; answers whether enough has gathered to pause. */
export function dueEveryQuantum(): (bars: number) => boolean {
  let gathered = 0;
  return (bars) => {
    gathered += bars;
    if (gathered < QUANTUM) return false;
    gathered = 0;
    return true;
  };
}
