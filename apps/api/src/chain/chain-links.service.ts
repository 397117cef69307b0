import { Inject, Injectable } from '@nestjs/common';
import type { Manifest } from '@projecta/artifacts';
import { formatInstant } from '@projecta/candles';
import { rowsOf } from '@projecta/home';
import type { JsonObject, LedgerEntry, LedgerRequest, Page, RunKind } from '@projecta/persistence';
import { BACKEND, type Backend } from '../backend.js';

/** A link of the chain as it is listed. */
export interface ChainLink {
  readonly sequence: number;
  readonly kind: RunKind;
  /** Of a sweep its sweep_hash: manifests have the one name for both. */
  readonly run_hash: string;
  readonly manifest_hash: string;
  readonly chain_prev: string | null;
  readonly completed_at: string;
  /** Whether the results that this manifest lists are still there: not pruned, deleted, or computed again since. */
  readonly kept: boolean;
}

/** No run has it. */
const SWEEP_TABLE = 'sweep.parquet';

/** The chain of all completed runs and sweeps, whatever became of them. */
@Injectable()
export class ChainLinks {
  constructor(@Inject(BACKEND) private readonly backend: Backend) {}

  /** Oldest first, the order in which links follow one another, unless asked for the newest. Throws VALIDATION_FAILED. */
  async list(request: LedgerRequest): Promise<Page<ChainLink>> {
    const { items, next_cursor } = await this.backend.home.store.ledger.list(request);
    return { items: await Promise.all(items.map((entry) => this.linkOf(entry))), next_cursor };
  }

  private async linkOf({ sequence, run_hash, manifest_hash, chain_prev, completed_at, manifest }: LedgerEntry): Promise<ChainLink> {
    const kind = kindOf(manifest);
    const run = await rowsOf(this.backend.home.store, kind).find(run_hash);
    const kept = run?.status === 'completed' && run.pruned_at === null && run.manifest_hash === manifest_hash;
    return { sequence, kind, run_hash, manifest_hash, chain_prev, completed_at: formatInstant(completed_at), kept };
  }
}

/** A manifest says it by what it lists, also when no row is left. */
function kindOf({ artifacts }: JsonObject): RunKind {
  return (artifacts as unknown as Manifest['artifacts']).some(({ name }) => name === SWEEP_TABLE) ? 'sweep' : 'run';
}
