import { once } from 'node:events';

/** Writes pieces to stdout no faster than they are read. */
export async function writeStdout(pieces: Iterable<string | Uint8Array>): Promise<void> {
  for (const piece of pieces) if (!process.stdout.write(piece)) await once(process.stdout, 'drain');
}
