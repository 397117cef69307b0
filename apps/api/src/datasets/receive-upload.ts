import { RunCancelled } from '@projecta/engine';
import { ProjectaError } from '@projecta/errors';
import { withStorage } from '@projecta/home';
import type { Request } from 'express';
import { type FileHandle, open } from 'node:fs/promises';

export interface UploadBounds {
  readonly bytes: number;
  /** How long nothing may come. */
  readonly stall_ms: number;
  /** Aborted once nobody waits for the upload any more. */
  readonly signal: AbortSignal;
}

/**
 * Writes a request's body to a new file as it comes, never more of it in memory than one piece. The request is left open, so that a refusal can be
 * answered. Throws PAYLOAD_TOO_LARGE, LIMIT_EXCEEDED for one that stalls, DATA_INVALID for one that is empty or ends early, STORAGE_UNAVAILABLE.
 */
export async function receiveUpload(request: Request, path: string, bounds: UploadBounds): Promise<void> {
  if (Number(request.headers['content-length']) > bounds.bytes) throw tooLarge(bounds.bytes);
  await withStorage('The upload', async () => {
    const file = await open(path, 'wx');
    try {
      await copied(request, file, bounds);
    } finally {
      await file.close();
    }
  });
}

function copied(request: Request, file: FileHandle, { bytes: most, stall_ms, signal }: UploadBounds): Promise<void> {
  return new Promise((resolve, reject) => {
    let bytes = 0;
    const over = (error?: Error): void => {
      clearTimeout(stall);
      signal.removeEventListener('abort', left);
      request.off('data', take).off('end', end).off('close', cut).off('error', cut);
      request.pause();
      if (error) reject(error);
      else resolve();
    };
    const take = (piece: Buffer): void => {
      stall.refresh();
      bytes += piece.length;
      if (bytes > most) return over(tooLarge(most));
      request.pause(); // what comes while this piece is written waits in the network
      file.appendFile(piece).then(() => request.resume(), over);
    };
    const end = (): void => over(bytes === 0 ? invalid('is empty. Send the file itself as the body.') : undefined);
    const cut = (): void => over(invalid('ended before it was whole. Send it again.'));
    const left = (): void => over(new RunCancelled());
    const stall = setTimeout(() => over(stalled(stall_ms)), stall_ms);
    signal.addEventListener('abort', left, { once: true });
    request.on('data', take).on('end', end).on('close', cut).on('error', cut);
    if (signal.aborted) left();
    else if (request.readableEnded) end();
  });
}

function tooLarge(most: number): ProjectaError {
  return new ProjectaError(
    'PAYLOAD_TOO_LARGE',
    `The upload is larger than the ${most} bytes that are taken. Split it, or send it as Parquet.`,
  );
}

function stalled(stall_ms: number): ProjectaError {
  return new ProjectaError('LIMIT_EXCEEDED', `Nothing of the upload came for ${stall_ms / 1000} s, so it was ended. Send it again.`);
}

function invalid(why: string): ProjectaError {
  const message = `upload: the body ${why}`;
  return new ProjectaError('DATA_INVALID', message, [{ path: '', code: 'DATA_INVALID', message }]);
}
