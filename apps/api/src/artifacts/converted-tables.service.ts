import { Inject, Injectable } from '@nestjs/common';
import { mediaTypeOf, TABLE_FORMATS } from '@projecta/artifacts';
import { canonicalJson } from '@projecta/hashing';
import { sha256Hex } from '@projecta/hashing/node';
import { temporaryData } from '@projecta/home';
import { open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { BACKEND, type Backend } from '../backend.js';
import type { OpenArtifact } from './artifact-files.service.js';
import type { ListedArtifact } from './find-artifact.js';
import type { TableQuery } from './table-query.js';

/** Parts of tables, and tables in other formats. */
@Injectable()
export class ConvertedTables {
  constructor(@Inject(BACKEND) private readonly backend: Backend) {}

  /** What the answer is called, before it is made; the tag follows from the table's bytes, the query and the program that converts. */
  describe({ name, sha256 }: ListedArtifact, { format, selection }: TableQuery): { name: string; media_type: string; etag: string } {
    const said = { sha256, format, selection, version: this.backend.version };
    const etag = `"${sha256Hex(Buffer.from(canonicalJson(said)))}"`;
    if (format === 'parquet') return { name, media_type: mediaTypeOf(name), etag };
    const { media_type, extension } = TABLE_FORMATS[format];
    return { name: name.replace(/parquet$/, extension), media_type, etag };
  }

  /** Converts in a thread, into a file that has no name any more once it is open. Throws VALIDATION_FAILED, ARTIFACT_DAMAGED, STORAGE_UNAVAILABLE. */
  async open(
    { folder, artifact }: { readonly folder: string; readonly artifact: ListedArtifact },
    { format, selection }: TableQuery,
    signal: AbortSignal,
  ): Promise<OpenArtifact> {
    const { home, clerks } = this.backend;
    const to = await temporaryData(home.folder, home.owner);
    const file = { path: join(folder, artifact.name), sha256: artifact.sha256 };
    try {
      const size = await clerks.perform('convert', { file, selection, format, to }, { signal });
      return { handle: await open(to, 'r'), size };
    } finally {
      await rm(to, { force: true });
    }
  }
}
