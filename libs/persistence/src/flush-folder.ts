import { open } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Flushes the folder a file is in, so that the file's name is on the disk. Folders cannot be flushed on Windows, where names are journalled. */
export async function flushFolder(file: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(dirname(file), 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
