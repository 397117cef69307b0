import { quote, ValidationFailed } from '@projecta/errors';
import type { Request } from 'express';
import { readQuery, texts, wholeNumber } from '../http/query.js';

/** Where a reader of events stands, and what it wants. */
export interface EventQuery {
  /** Given only by `?run=`. */
  readonly run: readonly string[];
  /** Id of the last event it has; undefined where it has none. */
  readonly afterId: number | undefined;
  /** Of a page, where it wants a list. */
  readonly limit: number;
}

/** Runs in one stream; a request line holds some 200 hashes. */
const MOST_RUNS = 200;
const GREATEST = Number.MAX_SAFE_INTEGER;

const POSITION = { after_id: wholeNumber(0, GREATEST), cursor: wholeNumber(0, GREATEST), limit: wholeNumber(1, 500, 50) };
const RULES = { ...POSITION, run: texts({ most: MOST_RUNS, longest: 64 }) };

/** The query of one run's events. `Last-Event-ID` beats `after_id`; a list's `cursor` is the id its page before ended with. Throws VALIDATION_FAILED. */
export function eventQuery(request: Request): EventQuery {
  const { after_id, cursor, limit } = readQuery(request.query, POSITION);
  return { run: [], afterId: cursor ?? lastEventId(request) ?? after_id, limit };
}

/** The query of many runs' events, of which there is at least one. Throws VALIDATION_FAILED. */
export function manyEventsQuery(request: Request): EventQuery {
  const { after_id, cursor, limit, run } = readQuery(request.query, RULES);
  if (run.length > 0) return { run, afterId: cursor ?? lastEventId(request) ?? after_id, limit };
  const message = 'run is missing; name the runs: ?run=RUN_HASH&run=RUN_HASH.';
  throw new ValidationFailed([{ path: '/run', code: 'REQUIRED', message }], 'The query');
}

function lastEventId({ headers }: Request): number | undefined {
  const given = headers['last-event-id'];
  if (given === undefined || given === '') return undefined;
  const id = Number(given);
  if (typeof given === 'string' && /^\d{1,16}$/.test(given) && id <= GREATEST) return id;
  const message = `Last-Event-ID is ${quote(given)}; send the id of an event, or leave it out to begin at the start.`;
  throw new ValidationFailed([{ path: '/Last-Event-ID', code: 'OUT_OF_RANGE', message }], 'The request');
}
