import { Inject, Injectable } from '@nestjs/common';
import type { Timeframe } from '@projecta/candles';
import { symbolProblem } from '@projecta/engine';
import { ProjectaError, ValidationFailed } from '@projecta/errors';
import { type Crew, temporaryData, type UploadWanted, withStorage } from '@projecta/home';
import type { Request, Response } from 'express';
import { rm } from 'node:fs/promises';
import { BACKEND, type Backend } from '../backend.js';
import { whileWaited } from '../http/while-waited.js';
import { BUILT_IN } from './data-set-key.js';
import { type DataSetView, storedView } from './data-set-view.js';
import { type DryRunView, dryRunView } from './dry-run-view.js';
import { discardRest } from './discard-rest.js';
import { LargeFiles } from './large-files.service.js';
import { receiveUpload } from './receive-upload.js';
import { checkUploadMedia } from './upload-media.js';

/** A data set as its address and query name it. */
export interface Upload {
  readonly symbol: string;
  readonly timeframe: Timeframe | undefined;
  readonly adjust: boolean;
  readonly dry_run: boolean;
}

interface Exchange {
  readonly request: Request;
  readonly response: Response;
}

/** What adjusted candles are stored under: they are no prices that anybody saw. */
const ADJUSTED = '.adj';

/** Takes data sets in: the body goes to the disk as it comes, a thread reads and checks it, and the store makes it the current version at once. */
@Injectable()
export class Uploads {
  constructor(
    @Inject(BACKEND) private readonly backend: Backend,
    private readonly files: LargeFiles,
  ) {}

  /** Stores an upload, or with `dry_run` says what it is. Undefined where the client has gone. Throws what is wrong with it. */
  async take(upload: Upload, { request, response }: Exchange): Promise<StoredUpload | DryRunView | undefined> {
    try {
      const symbol = storedSymbol(upload);
      checkUploadMedia(request);
      return await whileWaited({ response, closing: this.backend.closing }, (signal) =>
        this.files.transfer((crew) => this.received({ ...upload, symbol }, { request, signal, crew })),
      );
    } finally {
      discardRest(request);
    }
  }

  private async received(
    upload: Upload,
    { request, signal, crew }: { readonly request: Request; readonly signal: AbortSignal; readonly crew: Crew },
  ): Promise<StoredUpload | DryRunView> {
    const { home, settings } = this.backend;
    const { upload_bytes, upload_stall_seconds, bars } = settings.limits;
    const path = await withStorage('The upload', () => temporaryData(home.folder, home.owner));
    const temporary = `${path}-candles`;
    const { symbol, timeframe = null, adjust, dry_run } = upload;
    const wanted: UploadWanted = {
      ...{ upload: path, symbol, timeframe, adjust, maxBytes: upload_bytes, maxBars: bars },
      ...{ home: home.folder, owner: home.owner, temporary },
    };
    try {
      await receiveUpload(request, path, { bytes: upload_bytes, stall_ms: upload_stall_seconds * 1000, signal });
      // what has come whole is carried out, whoever still waits for the answer
      if (dry_run) return dryRunView(await crew.perform('understand', wanted), await home.dataSets.ofSymbol(symbol));
      const staged = await crew.perform('stage', wanted);
      const { created, dataSet } = await withStorage('The data set', () => home.dataSets.put(staged));
      return { created, view: storedView(dataSet) };
    } finally {
      for (const left of [path, temporary]) await rm(left, { force: true });
    }
  }
}

export interface StoredUpload {
  /** False where this version was stored before. */
  readonly created: boolean;
  readonly view: DataSetView;
}

/** Throws NOT_ALLOWED for the built-in symbol, VALIDATION_FAILED for one that is too long with its ending. */
function storedSymbol({ symbol: given, adjust }: Upload): string {
  const symbol = adjust ? `${given}${ADJUSTED}` : given;
  if (symbol === BUILT_IN) {
    const message = `${BUILT_IN} is the built-in synthetic data set, which nothing takes the place of. Use another symbol.`;
    throw new ProjectaError('NOT_ALLOWED', message, [{ path: '/symbol', code: 'NOT_ALLOWED', message }]);
  }
  const problem = symbolProblem(symbol, '/symbol');
  if (problem) throw new ValidationFailed([{ ...problem, message: `symbol ${problem.message}` }], 'The address');
  return symbol;
}
