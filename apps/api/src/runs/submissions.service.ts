import { Inject, Injectable } from '@nestjs/common';
import { ProjectaError } from '@projecta/errors';
import type { JsonValue } from '@projecta/hashing';
import { type IdentifiedRun, submitRun } from '@projecta/home';
import type { RepeatedRun } from '@projecta/persistence';
import { BACKEND, type Backend } from '../backend.js';
import type { JsonBody } from '../http/json-body.js';
import { Identities } from './identities.service.js';

/** `created` where this submission began an attempt. */
export interface Submission {
  readonly created: boolean;
  readonly run: RepeatedRun;
}

/** Takes runs in: one row an identity, and a worker at once where one is free. */
@Injectable()
export class Submissions {
  constructor(
    @Inject(BACKEND) private readonly backend: Backend,
    private readonly identities: Identities,
  ) {}

  /** Throws what is wrong with the config or its candles, QUEUE_FULL, and SHUTTING_DOWN. */
  submit(config: JsonValue): Promise<Submission> {
    return this.identifiedBy(() => this.identities.ofConfig(config));
  }

  /** The same of a body; one that came before is known by its text. */
  submitBody(body: JsonBody): Promise<Submission> {
    return this.identifiedBy(() => this.identities.ofBody(body));
  }

  private async identifiedBy(identify: () => Promise<IdentifiedRun>): Promise<Submission> {
    const identified = await identify();
    try {
      return await this.put(identified);
    } catch (error) {
      if (!(error instanceof ProjectaError && error.code === 'DATA_NOT_FOUND')) throw error;
      return this.put(await identify()); // its version of the data set was replaced meanwhile
    }
  }

  private async put(identified: IdentifiedRun): Promise<Submission> {
    const { home, loop, settings, closing } = this.backend;
    if (closing.aborted) throw new ProjectaError('SHUTTING_DOWN', 'The server is stopping; try again when it is back.');
    const repeated = await home.store.runs.repeated(identified.run_hash); // takes no lock and no place
    if (repeated) return { created: false, run: repeated };
    const place = loop.reserve();
    const owner = place ? { owner: { owner: home.owner } } : {};
    try {
      const submitted = await submitRun(home, identified, { maxQueued: settings.limits.queue, ...owner });
      if (place && submitted.created) place.take(submitted.run);
      else place?.release();
      if (!place && submitted.created) loop.wake();
      return submitted;
    } catch (error) {
      place?.release();
      throw error;
    }
  }
}
