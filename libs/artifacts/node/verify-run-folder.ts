import { type Verification, verifyArtifacts, type VerifyOptions } from '@projecta/artifacts';
import { ProjectaError, quote } from '@projecta/errors';
import { sha256Stream } from '@projecta/hashing/node';
import { namesIn, readArtifactFile } from './read-run-folder.js';

/** Recomputes every hash of the run in a folder, files the manifest does not know included. Throws RUN_NOT_FOUND where there is no such folder. */
export async function verifyRunFolder(folder: string, options: Omit<VerifyOptions, 'names' | 'hash'> = {}): Promise<Verification> {
  const names = await namesIn(folder);
  if (!names) throw new ProjectaError('RUN_NOT_FOUND', `There is no folder ${quote(folder)}.`);
  return verifyArtifacts((name) => readArtifactFile(folder, name), { ...options, names, hash: sha256Stream });
}
