import { Inject, Injectable } from '@nestjs/common';
import { ProjectaError } from '@projecta/errors';
import type { JsonValue } from '@projecta/hashing';
import { type IdentifiedRun, type RunRequest, submitRun } from '@projecta/home';
import type { Submitted } from '@projecta/persistence';
import { BACKEND, type Backend } from '../backend.js';

/** Takes runs in: identity by a clerk's thread, one row an identity, and a worker at once where one is free. */
@Injectable()
export class Submissions {
  constructor(@Inject(BACKEND) private readonly backend: Backend) {}

  /** Throws what is wrong with the config or its candles, and QUEUE_FULL. */
  async submit(config: JsonValue): Promise<Submitted> {
    const { home, loop, settings } = this.backend;
    const identified = await this.identify(config);
    const owner = loop.isFree ? { owner: { owner: home.owner } } : {};
    const submitted = await submitRun(home, identified, { maxQueued: settings.limits.queue, ...owner });
    if (submitted.created && submitted.run.status === 'running') loop.take(submitted.run);
    else if (submitted.created) loop.wake();
    return submitted;
  }

  async identify(config: JsonValue): Promise<IdentifiedRun> {
    const identified = await this.backend.clerks.perform('identify', await this.request(config));
    const { bars } = this.backend.settings.limits;
    if (identified.bars > bars)
      throw new ProjectaError('LIMIT_EXCEEDED', `The run has ${identified.bars} bars; this server takes ${bars}.`);
    return identified;
  }

  /** What a run of this config is made from. */
  async request(config: JsonValue): Promise<RunRequest> {
    const { home, settings, version: engineVersion } = this.backend;
    const { dataDir, extraDigests } = settings;
    const symbol = (config as { readonly symbol?: unknown } | null)?.symbol;
    const stored = typeof symbol === 'string' ? await home.dataSets.versions(symbol) : [];
    return { config, stored, dataFile: null, dataDir, extraDigests, engineVersion };
  }
}
