import type { Request } from 'express';

/**
 * Whether a client has the representation of this entity tag already (RFC 9110, 13.1.2): then the answer is 304.
 * `Cache-Control: no-cache` beside the tag does not matter: `fetch` adds it to every request that carries one.
 */
export function isNotModified({ headers }: Request, etag: string): boolean {
  const given = headers['if-none-match'];
  if (given === undefined) return false;
  if (given.trim() === '*') return true;
  return (given.match(/(?:W\/)?"[^"]*"/g) ?? []).some((tag) => opaque(tag) === opaque(etag));
}

/** Without the mark of a weak tag. */
function opaque(etag: string): string {
  return etag.replace(/^W\//, '');
}
