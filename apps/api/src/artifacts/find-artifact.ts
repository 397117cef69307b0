import { isArtifactName, type Manifest, MANIFEST, manifestArtifact, mediaTypeOf } from '@projecta/artifacts';
import { ProjectaError, quote, suggestion } from '@projecta/errors';
import { sha256Hex } from '@projecta/hashing/node';

/** A file of a run or a sweep, as its manifest describes it. */
export interface ListedArtifact {
  readonly name: string;
  readonly sha256: string;
  readonly media_type: string;
  /** Whether its bytes follow from the hash in its address alone: those of manifest.json follow from its place in the chain, too. */
  readonly isImmutable: boolean;
}

/**
 * The artifact of a name, manifest.json included. What the manifest does not list is not there, whatever lies on the disk.
 * Throws ARTIFACT_NOT_FOUND.
 */
export function findArtifact(manifest: Manifest, name: string): ListedArtifact {
  if (name === MANIFEST) {
    const { bytes } = manifestArtifact(manifest);
    return { name, sha256: sha256Hex(bytes), media_type: mediaTypeOf(name), isImmutable: false };
  }
  const entry = isArtifactName(name) ? manifest.artifacts.find((one) => one.name === name) : undefined;
  if (entry) return { name, sha256: entry.sha256, media_type: entry.media_type, isImmutable: true };
  const names = [...manifest.artifacts.map((one) => one.name), MANIFEST];
  throw new ProjectaError(
    'ARTIFACT_NOT_FOUND',
    `There is no artifact ${quote(name)} here.${suggestion(name, names)} There are ${names.join(', ')}.`,
  );
}
