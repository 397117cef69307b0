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
  const leaving = new AbortController();
  const left = (): void => leaving.abort();
  response.once('close', left);
  try {
    return await work(AbortSignal.any([leaving.signal, closing]));
  } catch (error) {
    if (leaving.signal.aborted) return undefined;
    if (!(error instanceof RunCancelled) || !closing.aborted) throw error;
    throw new ProjectaError('SHUTTING_DOWN', 'The server is stopping; try again when it is back.');
  } finally {
    response.off('close', left);
  }
}
