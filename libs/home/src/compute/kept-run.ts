import type { Manifest } from '@projecta/artifacts';
import { readRunFolder, resolveRun } from '@projecta/artifacts/node';
import { ProjectaError } from '@projecta/errors';
import { type JsonValue, parseJson } from '@projecta/hashing';
import { sha256Hex } from '@projecta/hashing/node';

/** A run on disk, whose files are compared with the manifest as they are read. */
export interface KeptRun {
  readonly folder: string;
  readonly manifest: Manifest;
  /** Throws ARTIFACT_NOT_FOUND, ARTIFACT_DAMAGED. */
  bytes(name: string): Promise<Uint8Array>;
  /** The value of a JSON artifact. Throws the same. */
  json(name: string): Promise<JsonValue>;
}

/** The run of a hash, of the beginning of a hash, or in a folder. Throws RUN_NOT_FOUND, AMBIGUOUS_PREFIX, ARTIFACT_DAMAGED. */
export async function keptRun(home: string, hashOrFolder: string): Promise<KeptRun> {
  const { folder, manifest, read } = await readRunFolder(await resolveRun(home, hashOrFolder));
  const bytes = async (name: string): Promise<Uint8Array> => {
    const content = await read(name);
    const entry = manifest.artifacts.find((one) => one.name === name);
    if (entry !== undefined && entry.sha256 === sha256Hex(content)) return content;
    throw new ProjectaError(
      'ARTIFACT_DAMAGED',
      `${name} of the run in ${folder} is not what its manifest says. projecta verify tells more; run its config again to mend it.`,
    );
  };
  return { folder, manifest, bytes, json: async (name) => parseJson(new TextDecoder().decode(await bytes(name)), { maxDepth: 1000 }) };
}
