import { Inject, Injectable } from '@nestjs/common';
import type { JsonValue } from '@projecta/hashing';
import { engineVersion, type IdentifiedRun, type RunRequest, runRequest } from '@projecta/home';
import { BACKEND, type Backend } from '../backend.js';
import { EventFeed } from '../events/event-feed.service.js';
import type { JsonBody } from '../http/json-body.js';

/** What a body was found to be, and on which stored versions of its symbol's data sets. */
interface Known {
  readonly identified: IdentifiedRun;
  readonly stored: string;
  /** When that was last known to hold. */
  stamp: string;
}

/** Bodies that are remembered, and the longest of them. */
const REMEMBERED = 1_000;
const LONGEST = 16_384;

/**
 * Gives configs their identity in a clerk's thread. The identity of a body that came before is remembered, as long as the stored data sets
 * are the same; what stands on files that anybody may write (PROJECTA_DATA_DIR) is not.
 */
@Injectable()
export class Identities {
  private readonly known = new Map<string, Known>();
  private readonly asked = new Map<string, Promise<IdentifiedRun>>();

  constructor(
    @Inject(BACKEND) private readonly backend: Backend,
    private readonly feed: EventFeed,
  ) {}

  /** Throws what is wrong with the config or its candles. */
  async ofBody(body: JsonBody): Promise<IdentifiedRun> {
    const { text } = body;
    const known = this.known.get(text);
    if (known && (await this.holds(known))) return known.identified;
    const key = `${this.stamp()} ${text}`; // identical bodies at the same time are asked for once
    const asked = this.asked.get(key);
    if (asked) return asked;
    const answer = this.ask(body).finally(() => this.asked.delete(key));
    this.asked.set(key, answer);
    return answer;
  }

  /** The same, of a config that is not remembered. */
  async ofConfig(config: JsonValue): Promise<IdentifiedRun> {
    return this.identify(await this.request(config));
  }

  private async ask({ text, value }: JsonBody): Promise<IdentifiedRun> {
    const stamp = this.stamp();
    const request = await this.request(value);
    const identified = await this.identify(request);
    const isRepeatable = identified.dataset_id !== null || this.backend.settings.dataDir === null;
    if (isRepeatable && text.length <= LONGEST) this.remember(text, { identified, stored: versionsOf(request), stamp });
    return identified;
  }

  private async holds(known: Known): Promise<boolean> {
    const stamp = this.stamp();
    if (known.stamp === stamp) return true;
    const { symbol } = known.identified.config;
    if (versionsOf({ stored: await this.backend.home.dataSets.versions(symbol) }) !== known.stored) return false;
    known.stamp = stamp;
    return true;
  }

  private identify(request: RunRequest): Promise<IdentifiedRun> {
    return this.backend.clerks.perform('identify', request);
  }

  private async request(config: JsonValue): Promise<RunRequest> {
    const { home, settings } = this.backend;
    const { dataDir, extraDigests, limits } = settings;
    return { ...(await runRequest(config, { home, dataDir, extraDigests, engineVersion: engineVersion() })), limits };
  }

  private remember(text: string, known: Known): void {
    this.known.delete(text);
    this.known.set(text, known);
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
