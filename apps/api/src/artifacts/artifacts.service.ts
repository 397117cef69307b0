import { Inject, Injectable } from '@nestjs/common';
import type { Response } from 'express';
import { BACKEND, type Backend } from '../backend.js';
import type { ApiRequest } from '../http/api-request.js';
import { isNotModified } from '../http/not-modified.js';
import { whileWaited } from '../http/while-waited.js';
import { ArtifactFiles } from './artifact-files.service.js';
import { artifactHeaders } from './artifact-headers.js';
import { ConvertedTables } from './converted-tables.service.js';
import { findArtifact } from './find-artifact.js';
import { type CompletedRun, KeptRuns } from './kept-runs.service.js';
import { sendFile } from './send-file.js';
import { tableQuery } from './table-query.js';

/** A request, and where its answer goes. */
export interface Exchange {
  readonly request: ApiRequest;
  readonly response: Response;
}

/** Answers with manifests and files of runs. */
@Injectable()
export class Artifacts {
  constructor(
    @Inject(BACKEND) private readonly backend: Backend,
    private readonly runs: KeptRuns,
    private readonly files: ArtifactFiles,
    private readonly tables: ConvertedTables,
  ) {}

  /** The manifest; it may change when the run is removed and computed again, so it is asked for each time. */
  async sendManifest(run_hash: string, { request, response }: Exchange): Promise<void> {
    const { manifest } = await this.runs.completed(run_hash);
    const etag = `"${manifest.manifest_hash}"`;
    response.set({ ETag: etag, 'Cache-Control': 'private, no-cache' });
    if (isNotModified(request, etag)) response.status(304).end();
    else response.json(manifest);
  }

  /** Throws what finding the run throws, ARTIFACT_NOT_FOUND, ARTIFACT_DAMAGED, VALIDATION_FAILED. */
  async sendFile({ run_hash: hashOrPrefix, name }: { readonly run_hash: string; readonly name: string }, exchange: Exchange): Promise<void> {
    const found = await this.runs.completed(hashOrPrefix);
    const { run_hash } = found.run;
    const artifact = findArtifact(found.manifest, name);
    const query = tableQuery(exchange.request.query, name);
    const isImmutable = artifact.isImmutable && hashOrPrefix === run_hash; // a prefix may mean another run one day
    if (query) return this.sendTable({ ...found, artifact, query, isImmutable }, exchange);
    const headers = artifactHeaders({ run_hash, name, media_type: artifact.media_type, isImmutable });
    return sendFile({ ...(await this.files.open(found.folder, artifact)), etag: `"${artifact.sha256}"`, headers }, exchange);
  }

  private async sendTable({ run, folder, artifact, query, isImmutable }: WantedTable, { request, response }: Exchange): Promise<void> {
    const { name, media_type, etag } = this.tables.describe(artifact, query);
    const { closing } = this.backend;
    const opened = await whileWaited({ response, closing }, (signal) => this.tables.open({ folder, artifact }, query, signal));
    const headers = artifactHeaders({ run_hash: run.run_hash, name, media_type, isImmutable });
    if (opened) await sendFile({ ...opened, etag, headers }, { request, response });
  }
}

interface WantedTable extends CompletedRun {
  readonly artifact: ReturnType<typeof findArtifact>;
  readonly query: NonNullable<ReturnType<typeof tableQuery>>;
  readonly isImmutable: boolean;
}
