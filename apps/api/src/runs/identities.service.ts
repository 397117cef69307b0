import { Inject, Injectable } from '@nestjs/common';
import type { JsonValue } from '@projecta/hashing';
import { COMPUTING, engineVersion, type RunRequest } from '@projecta/home';
import type { RunKind } from '@projecta/persistence';
import { BACKEND, type Backend } from '../backend.js';
import { EventFeed } from '../events/event-feed.service.js';
import type { JsonBody } from '../http/json-body.js';
import { type Identified, type IdentifiedBy, symbolOf, valuesWritten } from './identified.js';

/** What a body was found to be, and on which stored versions of its symbol's data sets. */
interface Known {
  readonly identified: Identified;
  readonly stored: string;
  /** When that was last known to hold. */
  stamp: string;
}

/** Bodies that are remembered, and the longest of them; of a sweep, whose ranges are written out, the most values. */
const REMEMBERED = 1_000;
const LONGEST = 16_384;
const MOST_VALUES = 1_000;

/** By which task each kind gets its identity. */
const TASKS = { run: 'identify', sweep: 'identifySweep' } as const;

/**
 * Gives runs and sweeps their identity in a clerk's thread. The identity of a body that came before is remembered, as long as the stored data
 * sets are the same; what stands on files that anybody may write (PROJECTA_DATA_DIR) is not.
 */
@Injectable()
export class Identities {
  private readonly known = new Map<string, Known>();
  private readonly asked = new Map<string, Promise<Identified>>();

  constructor(
    @Inject(BACKEND) private readonly backend: Backend,
    private readonly feed: EventFeed,
  ) {}

  /** Throws what is wrong with the body or its candles. */
  async ofBody<Kind extends RunKind>(kind: Kind, body: JsonBody): Promise<IdentifiedBy[Kind]> {
    const name = `${kind} ${body.text}`;
    const known = this.known.get(name);
    if (known && (await this.holds(known))) return known.identified as IdentifiedBy[Kind];
    const key = `${this.stamp()} ${name}`; // identical bodies at the same time are asked for once
    const asked = this.asked.get(key);
    if (asked) return asked as Promise<IdentifiedBy[Kind]>;
    const answer = this.ask(kind, body).finally(() => this.asked.delete(key));
    this.asked.set(key, answer);
    return answer as Promise<IdentifiedBy[Kind]>;
  }

  /** The same of a run's config that is not remembered. */
  async ofConfig(config: JsonValue): Promise<IdentifiedBy['run']> {
    return this.backend.clerks.perform('identify', await this.request('run', config));
  }

  /** What a body's run or sweep is made from, within the limits. */
  async request(kind: RunKind, body: JsonValue): Promise<RunRequest> {
    const { home, settings } = this.backend;
    const { dataDir, extraDigests, limits } = settings;
    const source = { home, dataDir, extraDigests, engineVersion: engineVersion() };
    return { ...(await COMPUTING[kind].request(body, source)), limits };
  }

  private async ask(kind: RunKind, { text, value }: JsonBody): Promise<Identified> {
    const stamp = this.stamp();
    const request = await this.request(kind, value);
    const identified: Identified = await this.backend.clerks.perform(TASKS[kind], request);
    const isRepeatable = identified.dataset_id !== null || this.backend.settings.dataDir === null;
    const isSmall = text.length <= LONGEST && valuesWritten(identified) <= MOST_VALUES;
    if (isRepeatable && isSmall) this.remember(`${kind} ${text}`, { identified, stored: versionsOf(request), stamp });
    return identified;
  }

  private async holds(known: Known): Promise<boolean> {
    const stamp = this.stamp();
    if (known.stamp === stamp) return true;
    const symbol = symbolOf(known.identified);
    if (versionsOf({ stored: await this.backend.home.dataSets.versions(symbol) }) !== known.stored) return false;
    known.stamp = stamp;
    return true;
  }

  private remember(name: string, known: Known): void {
    this.known.delete(name);
    this.known.set(name, known);
    const [oldest] = this.known.keys();
    if (this.known.size > REMEMBERED && oldest !== undefined) this.known.delete(oldest);
  }

  /** Changes whenever the data sets may have changed, by this process or another. */
  private stamp(): string {
    return `${this.backend.home.dataSets.changes}.${this.feed.generation}`;
  }
}

function versionsOf({ stored }: Pick<RunRequest, 'stored'>): string {
  return stored.map(({ dataset_id, current }) => `${dataset_id}${current ? '*' : ''}`).join();
}
