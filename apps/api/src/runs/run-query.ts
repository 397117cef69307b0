import { RUN_SORTS, RUN_STATUSES } from '@projecta/persistence';
import { oneOf, text, wholeNumber } from '../http/query.js';

/** The parameters of GET /runs. */
export const RUN_QUERY = {
  limit: wholeNumber(1, 500, 50),
  cursor: text(1_024),
  status: oneOf(RUN_STATUSES),
  symbol: text(64),
  strategy: text(128),
  sort: oneOf(
    RUN_SORTS.flatMap((name) => [name, `-${name}`]),
    '-created_at',
  ),
};
