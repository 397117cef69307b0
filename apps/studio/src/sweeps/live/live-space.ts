import type { NormalizedSweep } from '@projecta/client';
import { MOST_TOLD_TRIALS } from '@projecta/engine';
import { gridSize } from '@projecta/validation';
import { searchSpace, type SearchSpace } from '../map/search-space.js';
import type { Trials } from '../trials/trials.js';
import { gridTrials } from './grid-trials.js';

/** The combinations of a sweep that is drawn as a map while it runs. */
export interface LiveSpace {
  readonly trials: Trials;
  readonly space: SearchSpace;
}

/** The combinations of a grid; null where they have no plane, or are too many to be told one by one. */
export function liveSpace({ grid }: Pick<NormalizedSweep, 'grid'>): LiveSpace | null {
  if (!grid || gridSize(grid) > MOST_TOLD_TRIALS) return null;
  const trials = gridTrials(grid);
  const space = searchSpace({ grid }, trials);
  return space && space.axes.length > 1 ? { trials, space } : null;
}
