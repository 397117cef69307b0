import { Inject, Injectable } from '@nestjs/common';
import type { Manifest } from '@projecta/artifacts';
import type { LedgerEntry } from '@projecta/persistence';
import { BACKEND, type Backend } from '../backend.js';

/** A place where the chain does not hold. */
export interface ChainBreak {
  /** Null for a run whose entry is missing. */
  readonly sequence: number | null;
  readonly run_hash: string;
  readonly check: string;
  readonly message: string;
}

/** What walking the whole chain showed. */
export interface ChainVerification {
  readonly ok: boolean;
  readonly entries: number;
  /** manifest_hash of the last entry; null where there is none. */
  readonly head: string | null;
  /** Sequence of the first entry that does not hold; null where all do. */
  readonly broken_at: number | null;
  /** How many findings there are, and the first hundred of them. */
  readonly breaks: number;
  readonly differences: readonly ChainBreak[];
}

/** Entries at a time: reading and posting more would keep the event loop for longer than a few milliseconds. */
const AT_ONCE = 100;
const SHOWN = 100;

/** Recomputes the chain from its first entry on. */
@Injectable()
export class ChainVerifications {
  constructor(@Inject(BACKEND) private readonly backend: Backend) {}

  /** Throws RunCancelled. */
  async verify(signal: AbortSignal): Promise<ChainVerification> {
    const { runs, ledger } = this.backend.home.store;
    const unseen = new Map((await runs.withArtifacts()).map(({ manifest_hash, run_hash }) => [manifest_hash, run_hash]));
    const found: ChainBreak[] = [];
    let [entries, last, cursor]: [number, LedgerEntry | undefined, string | null | undefined] = [0, undefined, undefined];
    do {
      const page = await ledger.list({ limit: AT_ONCE, ...(cursor && { cursor }) });
      found.push(...(await this.breaksIn(page.items, last, signal)));
      for (const { manifest_hash } of page.items) unseen.delete(manifest_hash);
      entries += page.items.length;
      last = page.items.at(-1) ?? last;
      cursor = page.next_cursor;
    } while (cursor !== null);
    found.push(...[...unseen].map(([manifest_hash, run_hash]) => lostEntry(run_hash, manifest_hash)));
    const broken_at = found.find(({ sequence }) => sequence !== null)?.sequence ?? null;
    const shown = found.slice(0, SHOWN);
    return { ok: found.length === 0, entries, head: last?.manifest_hash ?? null, broken_at, breaks: found.length, differences: shown };
  }

  private async breaksIn(items: readonly LedgerEntry[], last: LedgerEntry | undefined, signal: AbortSignal): Promise<ChainBreak[]> {
    const [first] = items;
    if (!first) return [];
    const manifests = items.map(({ manifest }) => manifest as unknown as Manifest);
    const links = { manifests, first: first.sequence, before: last?.manifest_hash ?? null };
    const broken = await this.backend.clerks.perform('verifyLinks', links, { signal });
    return items.flatMap((entry, i) => [
      ...rowBreaks(entry, items[i - 1] ?? last),
      ...broken
        .filter(({ index }) => index === first.sequence + i)
        .map(({ run_hash, check, message }) => ({ sequence: entry.sequence, run_hash, check, message })),
    ]);
  }
}

/** What the columns beside the manifest say. */
function rowBreaks(
  { sequence, run_hash, manifest_hash, chain_prev, manifest }: LedgerEntry,
  before: LedgerEntry | undefined,
): ChainBreak[] {
  const say = (check: string, message: string): ChainBreak => ({ sequence, run_hash, check, message });
  const columns = { run_hash, manifest_hash, chain_prev };
  const wrong = Object.entries(columns).filter(([name, value]) => manifest[name] !== value);
  const expected = (before?.sequence ?? 0) + 1;
  return [
    ...(sequence === expected ? [] : [say('sequence', `entry ${sequence} stands where entry ${expected} should.`)]),
    ...wrong.map(([name, value]) =>
      say('row', `entry ${sequence} has ${name} ${value} beside a manifest that says ${String(manifest[name])}.`),
    ),
  ];
}

function lostEntry(run_hash: string, manifest_hash: string): ChainBreak {
  return { sequence: null, run_hash, check: 'missing', message: `the run's manifest ${manifest_hash} has no entry in the chain.` };
}
