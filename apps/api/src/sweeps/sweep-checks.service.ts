import { Inject, Injectable } from '@nestjs/common';
import { formatInstant } from '@projecta/candles';
import type { JsonObject } from '@projecta/persistence';
import type { Response } from 'express';
import { BACKEND, type Backend } from '../backend.js';
import type { JsonBody } from '../http/json-body.js';
import { whileWaited } from '../http/while-waited.js';
import { Identities } from '../runs/identities.service.js';
import { runLinks } from '../runs/run-links.js';
import { sweepEstimate } from './sweep-estimate.js';

/** Says what a sweep would be, and runs nothing. */
@Injectable()
export class SweepChecks {
  constructor(
    @Inject(BACKEND) private readonly backend: Backend,
    private readonly identities: Identities,
  ) {}

  /** For as long as who asked is there: many combinations take their time. Throws everything that is wrong with the sweep or its candles. */
  answer(body: JsonBody, response: Response): Promise<JsonObject | undefined> {
    return whileWaited({ response, closing: this.backend.closing }, (signal) => this.check(body, signal));
  }

  private async check({ value }: JsonBody, signal: AbortSignal): Promise<JsonObject> {
    const { clerks, home } = this.backend;
    const checked = await clerks.perform('checkSweep', await this.identities.request('sweep', value), { signal });
    const { sweep, sweep_hash, config_hash, data_hash, bars, trials: tried, skipped, ...found } = checked;
    const there = await home.store.sweeps.find(sweep_hash);
    const isKept = there?.pruned_at === null;
    return {
      ...{ valid: true, sweep_hash, config_hash, data_hash, exists: isKept, status: isKept ? there.status : null },
      data: { source: found.candlesFrom, bars, start: formatInstant(found.data_start), end: formatInstant(found.data_end) },
      notes: [...found.notes],
      ...{ tried, skipped: skipped as unknown as JsonObject | null },
      estimate: sweepEstimate(sweep, { bars, trials: tried - (skipped?.count ?? 0) }),
      sweep: sweep as unknown as JsonObject,
      links: isKept ? { ...runLinks(there) } : {},
    };
  }
}
