import type { Response } from 'express';

/** How long a client may take nothing of an answer. */
const STALL_MS = 60_000;

/** Resolves when an answer is sent or its client has gone; one who does not read it is left. */
export function whenSent(response: Response): Promise<void> {
  if (response.closed) return Promise.resolve();
  return new Promise((resolve) => {
    response.once('close', resolve);
    response.setTimeout(STALL_MS, () => response.destroy());
  });
}
