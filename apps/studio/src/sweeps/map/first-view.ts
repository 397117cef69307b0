import { axisInfluence } from '@projecta/report';
import type { Trials } from '../trials/trials.js';
import type { View } from './plane.js';
import type { SearchSpace } from './search-space.js';

/**
 * What is looked at first: the two axes that move the objective most, the one with more values across, the others at the best's values.
 * Numbers go before flags and texts, whose order says nothing.
 */
export function firstView(space: SearchSpace, { params }: Trials, { objective, best }: Looked): View {
  const ranked = space.axes
    .map(({ path }, axis) => {
      const column = params[path];
      return { axis, influence: column instanceof Float64Array ? axisInfluence(column, objective) : -1 };
    })
    .sort((a, b) => b.influence - a.influence || a.axis - b.axis)
    .map(({ axis }) => axis);
  const [first, second] = ranked.slice(0, 2).sort((a, b) => a - b);
  const held = space.placesOf(best);
  if (second === undefined) return { across: first!, up: undefined, held };
  const sizeOf = (axis: number): number => space.axes[axis]!.values.length;
  return sizeOf(first!) > sizeOf(second) ? { across: first!, up: second, held } : { across: second, up: first!, held };
}

interface Looked {
  /** The objective by row. */
  readonly objective: Float64Array;
  /** The row of the best. */
  readonly best: number;
}
