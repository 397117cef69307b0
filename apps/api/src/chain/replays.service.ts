import { Inject, Injectable } from '@nestjs/common';
import { ProjectaError } from '@projecta/errors';
import type { JsonValue } from '@projecta/hashing';
import { replay, type Replay, type RunRequest } from '@projecta/home';
import type { Run } from '@projecta/persistence';
import type { CompletedRun } from '../artifacts/kept-runs.service.js';
import { BACKEND, type Backend } from '../backend.js';

/** What computing a kept run or sweep again showed: `failed` where it broke, and neither its candles nor its plug-ins are to blame. */
export type Replayed = Omit<Replay, 'status'> & { readonly status: Replay['status'] | 'failed' };

/** Not about what is replayed: the server has trouble. */
const TROUBLE: ReadonlySet<string> = new Set(['INTERNAL', 'STORAGE_UNAVAILABLE', 'SHUTTING_DOWN']);

/** Computes kept runs and sweeps again, on the workers, from what the database knows of them: whatever became of their files. */
@Injectable()
export class Replays {
  constructor(@Inject(BACKEND) private readonly backend: Backend) {}

  /** Throws RunCancelled, and what only the server is to blame for. */
  async of({ run, manifest }: CompletedRun, signal: AbortSignal): Promise<Replayed> {
    const { workers, settings } = this.backend;
    const kept = { manifest, identity: run.identity };
    const options = { crew: workers, hasPlugins: settings.plugins.length > 0, signal };
    let replayed: Replayed = { status: 'data_missing', message: 'There are no candles to replay it on.', differences: [] };
    for (const request of await this.requestsOf(run)) {
      replayed = await replay(kept, request, options).catch((error: unknown) => failedReplay(error, run));
      if (replayed.status !== 'data_missing' && replayed.status !== 'data_changed') return replayed;
    }
    return replayed;
  }

  /**
   * What it may be computed from, the likeliest first: the stored version that its row names; for candles that came from elsewhere
   * the places beside the stored ones, then a stored version that holds the same.
   */
  private async requestsOf({ config, symbol, dataset_id }: Run): Promise<RunRequest[]> {
    const { home, settings, version: engineVersion } = this.backend;
    const { dataDir, extraDigests } = settings;
    const stored = await home.dataSets.versions(symbol);
    const request = { config: config as JsonValue, dataFile: null, dataDir, extraDigests, engineVersion };
    if (dataset_id !== null) return [{ ...request, stored: stored.filter((one) => one.dataset_id === dataset_id) }];
    return [{ ...request, stored: [] }, ...(stored.length > 0 ? [{ ...request, stored }] : [])];
  }
}

function failedReplay(error: unknown, { identity, kind }: Run): Replayed {
  if (!(error instanceof ProjectaError) || TROUBLE.has(error.code)) throw error;
  const details = error.errors.map(({ path, message }) => ` ${path}: ${message}`).join('');
  const message = `The ${kind} could not be computed again. ${error.message}${details}`;
  const { plugins } = identity;
  const status = Array.isArray(plugins) && plugins.length > 0 ? 'plugins_changed' : 'failed';
  return { status, message, differences: [] };
}
