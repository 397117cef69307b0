import { Inject, Injectable } from '@nestjs/common';
import { ProjectaError } from '@projecta/errors';
import type { JsonValue } from '@projecta/hashing';
import { type IdentifiedRun, submitRun } from '@projecta/home';
import type { Submitted } from '@projecta/persistence';
import { BACKEND, type Backend } from '../backend.js';
import type { JsonBody } from '../http/json-body.js';
import { Identities } from './identities.service.js';

/** Takes runs in: one row an identity, and a worker at once where one is free. */
@Injectable()
export class Submissions {
  constructor(
    @Inject(BACKEND) private readonly backend: Backend,
    private readonly identities: Identities,
  ) {}

  /** Throws what is wrong with the config or its candles, QUEUE_FULL, and SHUTTING_DOWN. */
  async submit(config: JsonValue): Promise<Submitted> {
    return this.put(await this.identities.ofConfig(config));
  }

  /** The same of a body; one that came before is known by its text. */
  async submitBody(body: JsonBody): Promise<Submitted> {
    return this.put(await this.identities.ofBody(body));
  }

  private async put(identified: IdentifiedRun): Promise<Submitted> {
    const { home, loop, settings, closing } = this.backend;
    if (closing.aborted) throw new ProjectaError('SHUTTING_DOWN', 'The server is stopping; try again when it is back.');
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
