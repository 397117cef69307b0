import { RUN_STATUSES } from '@projecta/persistence';
import { oneOf, text, wholeNumber } from '../http/query.js';

/** What sweeps are sorted by: a sweep has no metrics of its own. */
const SORTS = ['created_at', 'finished_at', 'symbol', 'strategy'] as const;

/** The same with their directions. */
export const SWEEP_SORTS = SORTS.flatMap((name) => [name, `-${name}`] as const);

/** The parameters of GET /sweeps. */
export const SWEEP_QUERY = {
  limit: wholeNumber(1, 500, 50),
  cursor: text(1_024),
  status: oneOf(RUN_STATUSES),
  symbol: text(64),
  strategy: text(128),
  sort: oneOf(SWEEP_SORTS, '-created_at'),
};
