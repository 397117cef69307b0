import type { Timeframe } from '@projecta/candles';
import { type Problem, ValidationFailed } from '@projecta/errors';
import type { SliceWanted } from '@projecta/home';
import { instantParameter, required, symbolParameter, timeframeParameter } from '../http/market-query.js';
import { oneOf, readQuery, type QueryRule, refusal, single, wholeNumber } from '../http/query.js';

/** How many rows a JSON answer holds at most, and how many where it is not said. */
export const MOST_ROWS = 10_000;
export const USUAL_ROWS = 1_000;

/** Candles as an address asks for them. */
export interface CandlesQuery {
  readonly symbol: string;
  readonly timeframe: Timeframe;
  /** Epoch ms; null is the end of what there is. */
  readonly start: number | null;
  readonly end: number | null;
  readonly downsample: number | null;
  readonly format: SliceWanted['format'];
}

const RULES = {
  symbol: required(symbolParameter(), 'a symbol of GET /datasets, such as TEST'),
  timeframe: required(timeframeParameter(), 'a timeframe such as 1h'),
  start: instantParameter(),
  end: instantParameter(),
  limit: wholeNumber(1, MOST_ROWS),
  cursor: cursorParameter(),
  downsample: wholeNumber(1, MOST_ROWS),
  format: oneOf(['json', 'csv', 'arrow'], 'json'),
};

/** The parameters of GET /candles. Throws VALIDATION_FAILED with all that is wrong. */
export function candlesQuery(query: object): CandlesQuery {
  const { symbol, timeframe, start = null, end = null, limit, cursor = null, downsample = null, format } = readQuery(query, RULES);
  const problems = [...dateOrder(start, end), ...(format === 'json' ? [] : unpaged(format, { limit, cursor: cursor ?? undefined }))];
  if (problems.length > 0) throw new ValidationFailed(problems, 'The query');
  const page = { after: cursor, limit: limit ?? Math.max(USUAL_ROWS, downsample ?? 0) };
  return { symbol, timeframe, start, end, downsample, format: format === 'json' ? { name: format, page } : { name: format } };
}

/** The `next_cursor` of the page before: the time that the next page begins with. */
export function cursorParameter(): QueryRule<number | undefined> {
  return single<number | undefined>(
    undefined,
    (value) => cursorTime(value) ?? refusal('NOT_ALLOWED', 'is none of this list. Pass the next_cursor of the page before.'),
  );
}

/** Epoch ms of a cursor; undefined where it is none. */
export function cursorTime(cursor: string): number | undefined {
  return /^-?\d{1,16}$/.test(cursor) && Number.isSafeInteger(Number(cursor)) ? Number(cursor) : undefined;
}

/** A span that ends before it begins. */
export function dateOrder(start: number | null, end: number | null): Problem[] {
  if (start === null || end === null || start < end) return [];
  return [{ path: '/end', code: 'DATE_ORDER', message: 'end must come after start; the span is [start, end).' }];
}

function unpaged(format: string, given: { readonly limit: unknown; readonly cursor: unknown }): Problem[] {
  return Object.entries(given)
    .filter(([, value]) => value !== undefined)
    .map(([name]) => {
      const message = `${name} goes with format=json only: ${format} has the whole span. Take a shorter one, or downsample.`;
      return { path: `/${name}`, code: 'NOT_ALLOWED', message };
    });
}
