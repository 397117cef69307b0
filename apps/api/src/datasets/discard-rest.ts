import type { Request } from 'express';

/** How long a refused body may go on: long enough that whoever sends it reads the answer first. */
const LINGER_MS = 2_000;

/**
 * Lets a body that is not wanted run into nothing, then closes its connection: closed at once, the answer would be lost in the reset that
 * unread bytes cause.
 */
export function discardRest(request: Request): void {
  if (request.complete || request.destroyed) return;
  const closing = setTimeout(() => request.socket.destroy(), LINGER_MS);
  request.once('end', () => clearTimeout(closing)).once('close', () => clearTimeout(closing));
  request.resume();
}
