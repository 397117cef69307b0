import { RunCancelled } from '@projecta/engine';
import { ProjectaError } from '@projecta/errors';
import type { Response } from 'express';

/**
 * What work gives whose signal aborts once the client has gone or the server is stopping. Undefined where the client has gone: nobody
 * reads an answer. Throws what the work throws, and SHUTTING_DOWN.
 */
export async function whileWaited<T>(
  { response, closing }: { readonly response: Response; readonly closing: AbortSignal },
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T | undefined> {
  const stopping = new AbortController();
  const stop = (): void => stopping.abort();
  response.once('close', stop);
  closing.addEventListener('abort', stop, { once: true }); // AbortSignal.any would tie every request to this signal for good
  if (closing.aborted || response.closed) stop();
  try {
    return await work(stopping.signal);
  } catch (error) {
    if (response.closed) return undefined;
    if (!(error instanceof RunCancelled && closing.aborted)) throw error;
    throw new ProjectaError('SHUTTING_DOWN', 'The server is stopping; try again when it is back.');
  } finally {
    response.off('close', stop);
    closing.removeEventListener('abort', stop);
  }
}
