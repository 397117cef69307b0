import { rmSync } from 'node:fs';
import { mkdir, open, rename } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** Writes a file whole or not at all, given in pieces: beside its place first, then renamed into it; an interrupt leaves nothing. Makes its folders. */
export async function writeWhole(path: string, pieces: Iterable<string | Uint8Array>): Promise<void> {
  const beside = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
  const clear = (): void => rmSync(beside, { force: true });
  await mkdir(dirname(path), { recursive: true });
  process.once('exit', clear);
  try {
    const file = await open(beside, 'w');
    try {
      for (const piece of pieces) await file.write(typeof piece === 'string' ? Buffer.from(piece) : piece);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(beside, path);
  } catch (error) {
    clear();
    throw error;
  } finally {
    process.off('exit', clear);
  }
}
