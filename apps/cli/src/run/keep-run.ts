import type { Artifact, Manifest } from '@projecta/artifacts';
import { removeRun, runFolder, verifyRunFolder, writeRunFolder } from '@projecta/artifacts/node';
import { ProjectaError, quote } from '@projecta/errors';
import { access, readdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { uninterrupted } from '../interrupts.js';

export interface Kept {
  readonly folder: string;
  /** `known`: the same run lay there intact; `mended`: it lay there damaged. */
  readonly how: 'new' | 'known' | 'mended';
}

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

/** Writes a run whole into `out`, or else into the home, where a run that lies there intact is left as it is. */
export async function keepRun(
  { artifacts, manifest }: { readonly artifacts: readonly Artifact[]; readonly manifest: Manifest },
  { home, out }: { readonly home: string; readonly out?: string },
): Promise<Kept> {
  const folder = out === undefined ? runFolder(home, manifest.run_hash) : resolve(out);
  return uninterrupted(async () => {
    let how: Kept['how'] = 'new';
    if (out === undefined && (await exists(folder))) {
      const { ok } = await verifyRunFolder(folder, { runHash: manifest.run_hash });
      if (ok) return { folder, how: 'known' };
      await removeRun(home, manifest.run_hash);
      how = 'mended';
    }
    await writeRunFolder(folder, artifacts);
    return { folder, how };
  });
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
