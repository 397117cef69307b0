import { Inject, Injectable } from '@nestjs/common';
import { formatInstant } from '@projecta/candles';
import type { JsonObject } from '@projecta/persistence';
import { BACKEND, type Backend } from '../backend.js';
import type { JsonBody } from '../http/json-body.js';
import { Identities } from './identities.service.js';
import { runLinks } from './run-links.js';
import { workEstimate } from './work-estimate.js';

/** Says what a run would be, and runs nothing. */
@Injectable()
export class RunChecks {
  constructor(
    @Inject(BACKEND) private readonly backend: Backend,
    private readonly identities: Identities,
  ) {}

  /** Throws everything that is wrong with the config or its candles. */
  async check(body: JsonBody): Promise<JsonObject> {
    const { config, config_hash, data_hash, run_hash, bars, gaps, ...found } = await this.identities.ofBody('run', body);
    const there = await this.backend.home.store.runs.find(run_hash);
    const isKept = there?.pruned_at === null;
    return {
      ...{ valid: true, run_hash, config_hash, data_hash, exists: isKept, status: isKept ? there.status : null },
      data: { source: found.candlesFrom, bars, gaps, start: formatInstant(found.data_start), end: formatInstant(found.data_end) },
      notes: [...found.notes],
      estimate: workEstimate(config, bars),
      config: config as unknown as JsonObject,
      links: isKept ? { ...runLinks(there) } : {},
    };
  }
}
