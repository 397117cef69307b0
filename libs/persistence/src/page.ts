import { type Problem, ValidationFailed } from '@projecta/errors';
import { quote } from '@projecta/errors';

/** Which part of a list is wanted. */
export interface PageRequest {
  /** 1–500; 50 when left out. */
  readonly limit?: number | undefined;
  /** The `next_cursor` of the page before. */
  readonly cursor?: string | undefined;
}

/** A part of a list, and how to ask for the next; null at the end. */
export interface Page<Item> {
  readonly items: Item[];
  readonly next_cursor: string | null;
}

/** Where a page ends: the values its last row is sorted by. */
export type CursorKey = readonly (string | number | null)[];

const DEFAULT_LIMIT = 50;
const MAX_LIMIT = 500;
const MAX_CURSOR = 1_024;

/** The limit and the decoded cursor of a request. Throws VALIDATION_FAILED with all that is wrong, `problems` the caller found included. */
export function checkedPage(
  { limit = DEFAULT_LIMIT, cursor }: PageRequest,
  isKey: (key: CursorKey) => boolean,
  problems: readonly Problem[] = [],
): { readonly limit: number; readonly after: CursorKey | undefined } {
  const found = [...problems];
  if (!Number.isInteger(limit) || limit < 1 || limit > MAX_LIMIT) {
    found.push({ path: '/limit', code: 'OUT_OF_RANGE', message: `limit is ${quote(limit)}; give a whole number from 1 to ${MAX_LIMIT}.` });
  }
  const after = cursor === undefined ? undefined : keyOfCursor(cursor);
  if (cursor !== undefined && !(after && isKey(after))) {
    const message = `cursor ${quote(cursor)} is none of this list. Pass the next_cursor of the page before, with the same sort.`;
    found.push({ path: '/cursor', code: 'NOT_ALLOWED', message });
  }
  if (found.length > 0) throw new ValidationFailed(found, 'The query');
  return { limit, after };
}

/** A page of the rows that were read with `limit + 1`, so that a full last page is known to be the last. */
export function pageOf<Row, Item>({
  rows,
  limit,
  item,
  key,
}: {
  readonly rows: readonly Row[];
  readonly limit: number;
  readonly item: (row: Row) => Item;
  readonly key: (row: Row) => CursorKey;
}): Page<Item> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { items: shown.map(item), next_cursor: rows.length > limit && last ? cursorOf(key(last)) : null };
}

/** The cursor of a page that ends with the row of this key. */
export function cursorOf(key: CursorKey): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

/** The key that a cursor was made of; undefined where it is none. */
export function keyOfCursor(cursor: string): CursorKey | undefined {
  if (typeof cursor !== 'string' || cursor.length > MAX_CURSOR) return undefined;
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    const isPlain = Array.isArray(key) && key.every((part) => part === null || typeof part === 'string' || Number.isFinite(part));
    return isPlain && cursorOf(key as CursorKey) === cursor ? (key as CursorKey) : undefined;
  } catch {
    return undefined;
  }
}
