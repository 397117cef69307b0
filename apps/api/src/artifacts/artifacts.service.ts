import { Inject, Injectable } from '@nestjs/common';
import type { RunKind } from '@projecta/persistence';
import { BACKEND, type Backend } from '../backend.js';
import { isNotModified } from '../http/not-modified.js';
import { whileWaited } from '../http/while-waited.js';
import { ArtifactFiles } from './artifact-files.service.js';
import { artifactHeaders } from './artifact-headers.js';
import { ConvertedTables } from './converted-tables.service.js';
import { findArtifact } from './find-artifact.js';
import { type CompletedRun, KeptRuns } from './kept-runs.service.js';
import { type Exchange, sendFile, sendNotModified } from './send-file.js';
import { tableQuery } from './table-query.js';

/** A run or a sweep, by hash or prefix. */
export interface Wanted {
  readonly kind: RunKind;
  readonly hash: string;
}

/** Answers with manifests and files of runs and sweeps. */
@Injectable()
export class Artifacts {
  constructor(
    @Inject(BACKEND) private readonly backend: Backend,
    private readonly runs: KeptRuns,
    private readonly files: ArtifactFiles,
    private readonly tables: ConvertedTables,
  ) {}

  /** The manifest; it may change when what it lists is removed and computed again, so it is asked for each time. */
  async sendManifest({ kind, hash }: Wanted, { request, response }: Exchange): Promise<void> {
    const { manifest } = await this.runs.completed(kind, hash);
    const etag = `W/"${manifest.manifest_hash}"`; // weak: the answer may be compressed
    response.set({ ETag: etag, 'Cache-Control': 'private, no-cache' });
    if (isNotModified(request, etag)) response.status(304).end();
    else response.json(manifest);
  }

  /** Throws what finding the run throws, ARTIFACT_NOT_FOUND, ARTIFACT_DAMAGED, VALIDATION_FAILED. */
  async sendFile({ kind, hash, name }: Wanted & { readonly name: string }, exchange: Exchange): Promise<void> {
    const found = await this.runs.completed(kind, hash);
    const { run_hash } = found.run;
    const artifact = findArtifact(found.manifest, name);
    const query = tableQuery(exchange.request.query, name);
    const isImmutable = artifact.isImmutable && hash === run_hash; // a prefix may mean another run one day
    if (query) return this.sendTable({ ...found, artifact, query, isImmutable }, exchange);
    const headers = artifactHeaders({ run_hash, name, media_type: artifact.media_type, isImmutable });
    const etag = `"${artifact.sha256}"`;
    if (sendNotModified({ etag, headers }, exchange)) return;
    return sendFile({ ...(await this.files.open(found.folder, artifact)), etag, headers }, exchange);
  }

  private async sendTable({ run, folder, artifact, query, isImmutable }: WantedTable, exchange: Exchange): Promise<void> {
    const { etag, ...about } = this.tables.describe(artifact, query);
    const headers = artifactHeaders({ run_hash: run.run_hash, isImmutable, ...about });
    if (sendNotModified({ etag, headers }, exchange)) return;
    const waiting = { response: exchange.response, closing: this.backend.closing };
    const opened = await whileWaited(waiting, (signal) => this.tables.open({ folder, artifact }, query, signal));
    if (opened) await sendFile({ ...opened, etag, headers }, exchange);
  }
}

interface WantedTable extends CompletedRun {
  readonly artifact: ReturnType<typeof findArtifact>;
  readonly query: NonNullable<ReturnType<typeof tableQuery>>;
  readonly isImmutable: boolean;
}
