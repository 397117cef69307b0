import { quote, ValidationFailed } from '@projecta/errors';
import type { RunKind } from '@projecta/persistence';
import type { Request } from 'express';
import { type QueryOf, readQuery, texts, wholeNumber } from '../http/query.js';

/** Where a reader of events stands, and what it wants. */
export interface EventQuery {
  /** Id of the last event it has; undefined where it has none. */
  readonly afterId: number | undefined;
  /** Of a page, where it wants a list. */
  readonly limit: number;
}

/** A query that names whose events it wants, by hashes or prefixes; at least one of them. */
export interface ManyEventsQuery extends EventQuery {
  readonly wanted: Readonly<Record<RunKind, readonly string[]>>;
}

/** Runs and sweeps in one stream; a request line holds some 200 hashes. */
const MOST = 200;
const GREATEST = Number.MAX_SAFE_INTEGER;

const POSITION = { after_id: wholeNumber(0, GREATEST), cursor: wholeNumber(0, GREATEST), limit: wholeNumber(1, 500, 50) };
const NAMES = texts({ most: MOST, longest: 64 });
const RULES = { ...POSITION, run: NAMES, sweep: NAMES };

/** The query of one run's or sweep's events. `Last-Event-ID` beats `after_id`; a list's `cursor` is the id its page before ended with. Throws VALIDATION_FAILED. */
export function eventQuery(request: Request): EventQuery {
  return positionIn(request, readQuery(request.query, POSITION));
}

/** The query of many runs' and sweeps' events. Throws VALIDATION_FAILED. */
export function manyEventsQuery(request: Request): ManyEventsQuery {
  const { run, sweep, ...position } = readQuery(request.query, RULES);
  const named = run.length + sweep.length;
  if (named === 0) throw refused('REQUIRED', 'run is missing; name the runs, or sweeps: ?run=RUN_HASH&sweep=SWEEP_HASH.');
  if (named > MOST) throw refused('LIMIT_EXCEEDED', `run and sweep stand ${named} times together; they may ${MOST} times.`);
  return { wanted: { run, sweep }, ...positionIn(request, position) };
}

/** The header is looked at whatever beats it: a malformed one is never passed over. */
function positionIn(request: Request, { after_id, cursor, limit }: QueryOf<typeof POSITION>): EventQuery {
  const last = lastEventId(request);
  return { afterId: cursor ?? last ?? after_id, limit };
}

function refused(code: 'REQUIRED' | 'LIMIT_EXCEEDED', message: string): ValidationFailed {
  return new ValidationFailed([{ path: '/run', code, message }], 'The query');
}

function lastEventId({ headers }: Request): number | undefined {
  const given = headers['last-event-id'];
  if (given === undefined || given === '') return undefined;
  const id = Number(given);
  if (typeof given === 'string' && /^\d{1,16}$/.test(given) && id <= GREATEST) return id;
  const message = `Last-Event-ID is ${quote(given)}; send the id of an event, or leave it out to begin at the start.`;
  throw new ValidationFailed([{ path: '/Last-Event-ID', code: 'OUT_OF_RANGE', message }], 'The request');
}
