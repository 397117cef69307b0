import type { Artifact } from '@projecta/artifacts';
import { writeRunFolder } from '@projecta/artifacts/node';
import { ProjectaError, quote } from '@projecta/errors';
import { readdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { uninterrupted } from '../interrupts.js';

/** Throws NOT_ALLOWED where `--out` names anything but an empty folder or none, so that it is known before a long run. */
export async function checkOut(out: string): Promise<void> {
  const names = await readdir(out).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw new ProjectaError(
      'NOT_ALLOWED',
      `--out ${quote(out)} cannot be used as a folder (${error.code}). Name an empty folder or a new one.`,
    );
  });
  if (names.length > 0)
    throw new ProjectaError('NOT_ALLOWED', `--out ${quote(out)} is not empty. Name an empty folder or a new one; nothing was run.`);
}

/** Writes a run whole into that folder; answers its path. */
export async function writeOut(out: string, artifacts: readonly Artifact[]): Promise<string> {
  const folder = resolve(out);
  await uninterrupted(() => writeRunFolder(folder, artifacts));
  return folder;
}
