import { Inject, Injectable } from '@nestjs/common';
import { ProjectaError } from '@projecta/errors';
import type { JsonValue } from '@projecta/hashing';
import { rowsOf, submitRun, submitSweep } from '@projecta/home';
import type { RunKind, Submitted, SubmitOptions } from '@projecta/persistence';
import { BACKEND, type Backend } from '../backend.js';
import type { JsonBody } from '../http/json-body.js';
import { type Identified, nameOf } from './identified.js';
import { Identities } from './identities.service.js';
import type { AwaitedRun } from './run-waits.service.js';

/** `created` where this submission began an attempt. */
export interface Submission {
  readonly created: boolean;
  readonly run: AwaitedRun;
}

/** Takes runs and sweeps in: one row an identity, and a worker at once where one is free. */
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

  /** The same of a body of either kind; one that came before is known by its text. */
  submitBody(kind: RunKind, body: JsonBody): Promise<Submission> {
    return this.identifiedBy(() => this.identities.ofBody(kind, body));
  }

  private async identifiedBy(identify: () => Promise<Identified>): Promise<Submission> {
    const identified = await identify();
    try {
      return await this.put(identified);
    } catch (error) {
      if (!(error instanceof ProjectaError && error.code === 'DATA_NOT_FOUND')) throw error;
      return this.put(await identify()); // its version of the data set was replaced meanwhile
    }
  }

  private async put(identified: Identified): Promise<Submission> {
    const { home, loop, settings, closing } = this.backend;
    if (closing.aborted) throw new ProjectaError('SHUTTING_DOWN', 'The server is stopping; try again when it is back.');
    const { kind, run_hash } = nameOf(identified);
    const repeated = await rowsOf(home.store, kind).repeated(run_hash); // takes no lock and no place
    if (repeated) return { created: false, run: { ...repeated, kind } };
    const place = loop.reserve();
    const owner = place ? { owner: { owner: home.owner } } : {};
    try {
      const submitted = await this.submitted(identified, { maxQueued: settings.limits.queue, ...owner });
      if (place && submitted.created) place.take(submitted.run);
      else place?.release();
      if (!place && submitted.created) loop.wake();
      return submitted;
    } catch (error) {
      place?.release();
      throw error;
    }
  }

  private submitted(identified: Identified, options: SubmitOptions): Promise<Submitted> {
    const { home } = this.backend;
    return 'sweep_hash' in identified ? submitSweep(home, identified, options) : submitRun(home, identified, options);
  }
}
