import { axisInfluence } from '@projecta/report';
import type { Trials } from '../trials/trials.js';
import type { View } from './plane.js';
import type { SearchSpace } from './search-space.js';

/**
 * What is looked at first: the two axes that move the objective most, the one with more values across, the others at the best's values.
 * Numbers go before flags and texts, whose order says nothing; among axes that move it alike, such as all while no value is known, those
 * with more values go first.
 */
export function firstView(space: SearchSpace, { params }: Trials, { objective, best }: Looked): View {
  const sizeOf = (axis: number): number => space.axes[axis]!.values.length;
  const ranked = space.axes
    .map(({ path }, axis) => {
      const column = params[path];
      return { axis, influence: column instanceof Float64Array ? axisInfluence(column, objective) : -1 };
    })
    .sort((a, b) => b.influence - a.influence || sizeOf(b.axis) - sizeOf(a.axis) || a.axis - b.axis)
    .map(({ axis }) => axis);
  const [first, second] = ranked.slice(0, 2).sort((a, b) => a - b);
  const held = space.placesOf(best);
  if (second === undefined) return { across: first!, up: undefined, held };
  return sizeOf(first!) > sizeOf(second) ? { across: first!, up: second, held } : { across: second, up: first!, held };
}

interface Looked {
  /** The objective by row. */
  readonly objective: Float64Array;
  /** The row of the best. */
  readonly best: number;
}
