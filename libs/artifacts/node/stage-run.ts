import { type Artifact, checkArtifactName } from '@projecta/artifacts';
import { ProjectaError, quote } from '@projecta/errors';
import { open, rename, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { removeWhole, temporaryFolder } from './temporary.js';

/** A run's files, written and flushed in a hidden folder, that can take their place in one step. */
export interface StagedRun {
  /** Writes one more file. */
  add(artifact: Artifact): Promise<void>;
  /**
   * Puts the folder in its place, flushed. With `replace` what lies there goes: the caller knows that it is left over from a crash.
   * Without it NOT_ALLOWED is thrown where anything lies there.
   */
  place(options?: { readonly replace?: boolean }): Promise<void>;
  /** Removes the hidden folder; after `place` it does nothing. */
  discard(): Promise<void>;
}

/**
 * Writes a run's files into a hidden folder beside their place. A crash leaves at most that folder, which `cleanTemporary` removes.
 * `owner` names the process in the hidden folder's name, so that others can tell whether it lives.
 */
export async function stageRun(folder: string, artifacts: readonly Artifact[], owner = 'run'): Promise<StagedRun> {
  const target = resolve(folder);
  const parent = dirname(target);
  checkNames(artifacts);
  const temporary = await temporaryFolder(parent, owner);
  const discard = (): Promise<void> => rm(temporary, { recursive: true, force: true });
  try {
    await writeAll(temporary, artifacts);
  } catch (error) {
    await discard();
    throw error;
  }
  return {
    add: ({ name, bytes }) => {
      checkArtifactName(name);
      return writeFlushed(join(temporary, name), bytes);
    },
    async place({ replace = false } = {}) {
      await flushFolder(temporary);
      await takeName({ temporary, target, replacedBy: replace ? owner : undefined });
      await flushFolder(parent);
    },
    discard,
  };
}

function checkNames(artifacts: readonly Artifact[]): void {
  const seen = new Set<string>();
  for (const { name } of artifacts) {
    checkArtifactName(name);
    if (seen.has(name)) throw new ProjectaError('NOT_ALLOWED', `${quote(name)} is there twice; an artifact has one file.`);
    seen.add(name);
  }
}

/** At once, so that the disk may flush them together; one failure is thrown after all have ended. */
async function writeAll(folder: string, artifacts: readonly Artifact[]): Promise<void> {
  const results = await Promise.allSettled(artifacts.map(({ name, bytes }) => writeFlushed(join(folder, name), bytes)));
  const failed = results.find((result) => result.status === 'rejected');
  if (failed) throw failed.reason;
}

async function writeFlushed(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'wx', 0o644);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** POSIX renames over an empty folder and refuses a full one; Windows refuses both. */
async function takeName({
  temporary,
  target,
  replacedBy,
}: {
  readonly temporary: string;
  readonly target: string;
  readonly replacedBy: string | undefined;
}): Promise<void> {
  try {
    await rename(temporary, target);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (!['ENOTEMPTY', 'EEXIST', 'ENOTDIR', 'EPERM'].includes(code ?? '')) throw error;
    if (replacedBy === undefined) throw inUse(target, 'something was written there meanwhile');
    await removeWhole(target, { parent: dirname(target), name: 'replaced', owner: replacedBy });
    await rename(temporary, target);
  }
}

/** Why a folder is not taken. */
export function inUse(target: string, why: string): ProjectaError {
  return new ProjectaError('NOT_ALLOWED', `The folder ${quote(target)} cannot take a run: ${why}. Name one that is absent or empty.`);
}

/** Folders cannot be flushed on Windows, where renames are journalled. */
async function flushFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
