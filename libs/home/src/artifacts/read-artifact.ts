import { ProjectaError } from '@projecta/errors';
import { sha256Hex } from '@projecta/hashing/node';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';

/** A file of a run, and what it must be. */
export interface ArtifactFile {
  readonly path: string;
  readonly sha256: string;
}

/** Its bytes, compared with what they must be. Throws ARTIFACT_DAMAGED. */
export async function readArtifact({ path, sha256 }: ArtifactFile): Promise<Uint8Array> {
  const bytes = await readFile(path).catch(() => undefined);
  if (bytes && sha256Hex(bytes) === sha256) return bytes;
  throw new ProjectaError(
    'ARTIFACT_DAMAGED',
    `${basename(path)} ${bytes ? 'is not what the manifest of its run says' : 'cannot be read'}. Verify the run; to mend it, delete it and run its config again.`,
  );
}
