import { Inject, Injectable } from '@nestjs/common';
import { formatInstant } from '@projecta/candles';
import type { LedgerEntry, Page, PageRequest } from '@projecta/persistence';
import { BACKEND, type Backend } from '../backend.js';

/** A link of the chain as it is listed. */
export interface ChainLink {
  readonly sequence: number;
  readonly run_hash: string;
  readonly manifest_hash: string;
  readonly chain_prev: string | null;
  readonly completed_at: string;
  /** Whether the results that this manifest lists are still there: not pruned, deleted, or computed again since. */
  readonly kept: boolean;
}

/** The chain of all completed runs, whatever became of them. */
@Injectable()
export class ChainLinks {
  constructor(@Inject(BACKEND) private readonly backend: Backend) {}

  /** Oldest first: the order in which links follow one another. Throws VALIDATION_FAILED. */
  async list(request: PageRequest): Promise<Page<ChainLink>> {
    const { items, next_cursor } = await this.backend.home.store.ledger.list(request);
    return { items: await Promise.all(items.map((entry) => this.linkOf(entry))), next_cursor };
  }

  private async linkOf({ sequence, run_hash, manifest_hash, chain_prev, completed_at }: LedgerEntry): Promise<ChainLink> {
    const run = await this.backend.home.store.runs.find(run_hash);
    const kept = run?.status === 'completed' && run.pruned_at === null && run.manifest_hash === manifest_hash;
    return { sequence, run_hash, manifest_hash, chain_prev, completed_at: formatInstant(completed_at), kept };
  }
}
