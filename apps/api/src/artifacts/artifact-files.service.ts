import { Injectable } from '@nestjs/common';
import { ProjectaError } from '@projecta/errors';
import { sha256Stream } from '@projecta/hashing/node';
import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { join } from 'node:path';
import type { ListedArtifact } from './find-artifact.js';

/** A file that is open and is what it should be; whoever opened it closes it. */
export interface OpenArtifact {
  readonly handle: FileHandle;
  readonly size: number;
}

interface ExpectedFile extends Pick<ListedArtifact, 'name' | 'sha256'> {
  readonly path: string;
}

const FLAGS = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);
/** A piece takes the event loop 0.15 ms. */
const PIECE = 262_144;
const REMEMBERED = 10_000;

/** Files of runs and sweeps, each hashed before its first byte is sent, and again whenever it is another file than before. */
@Injectable()
export class ArtifactFiles {
  /** By path: of which file (inode, size, times) which SHA-256 was seen. */
  private readonly seen = new Map<string, string>();

  /** Throws ARTIFACT_DAMAGED where the file is missing, no file, or not what its manifest says. */
  async open(folder: string, { name, sha256 }: Pick<ListedArtifact, 'name' | 'sha256'>): Promise<OpenArtifact> {
    const path = join(folder, name);
    const handle = await open(path, FLAGS).catch((error: unknown) => {
      throw damaged(name, 'cannot be read', error);
    });
    try {
      return { handle, size: await this.checkedSize(handle, { path, name, sha256 }) };
    } catch (error) {
      await handle.close();
      throw error;
    }
  }

  private async checkedSize(handle: FileHandle, { path, name, sha256 }: ExpectedFile): Promise<number> {
    const status = await handle.stat({ bigint: true });
    if (!status.isFile()) throw damaged(name, 'is no file');
    const { ino, size, mtimeNs, ctimeNs } = status;
    const print = [ino, size, mtimeNs, ctimeNs, sha256].join();
    if (this.seen.get(path) !== print) {
      if ((await sha256Of(handle)) !== sha256) throw damaged(name, 'is not what its manifest says');
      this.remember(path, print);
    }
    return Number(size);
  }

  private remember(path: string, print: string): void {
    const [oldest] = this.seen.keys();
    if (this.seen.size >= REMEMBERED && oldest !== undefined) this.seen.delete(oldest);
    this.seen.set(path, print);
  }
}

async function sha256Of(handle: FileHandle): Promise<string> {
  const hash = sha256Stream();
  for await (const piece of handle.createReadStream({ start: 0, autoClose: false, highWaterMark: PIECE })) hash.update(piece as Buffer);
  return hash.digestHex();
}

function damaged(name: string, what: string, cause?: unknown): ProjectaError {
  const message = `${name} ${what}. The /verify beside its /artifacts tells more; to mend it, DELETE the run or sweep and post it again.`;
  return new ProjectaError('ARTIFACT_DAMAGED', message, [], { cause });
}
