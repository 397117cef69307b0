import type { computeIndicator } from '@projecta/plugin';
import { directionsOf } from '../directions-of.twin.js';
import { rules } from '../rules.js';

/** A condition at every bar: T true, F false, ? unknown. It is true where it opens a long, false where its opposite does. */
export function truthsOf(condition: string, candles: Parameters<typeof computeIndicator>[1]): string {
  const isTrue = directionsOf(rules, candles, { long: condition });
  const isFalse = directionsOf(rules, candles, { long: `not (${condition})` });
  return Array.from(isTrue, (one, t) => (one === 1 ? 'T' : isFalse[t] === 1 ? 'F' : '?')).join('');
}
