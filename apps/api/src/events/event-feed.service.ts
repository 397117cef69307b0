import { Inject, Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import type { RunEvent, Store } from '@projecta/persistence';
import { type Observable, Subject } from 'rxjs';
import { BACKEND, type Backend } from '../backend.js';
import { type EventRing, eventRing, type ToldEvent, toldEvent, type WantedHashes } from './event-ring.js';

/** How often it is looked for what other processes have written. */
const LOOK_MS = 100;
const REMEMBERED = 4_096;
const PAGE = 500;

/** What the feed needs of the backend. */
export interface FeedBackend {
  readonly home: { readonly store: Pick<Store, 'events' | 'version'> };
  readonly closing: Pick<AbortSignal, 'aborted'>;
  readonly log: Pick<Backend['log'], 'error'>;
}

/**
 * Tails the events once for the whole server: what this process commits is told at once, what others commit within a tenth of a second.
 * It also counts the changes of the database, for whoever remembers what it read.
 */
@Injectable()
export class EventFeed implements OnModuleInit, OnModuleDestroy {
  private readonly told = new Subject<readonly RunEvent[]>();
  private readonly gone = new Subject<string>();
  private ring: EventRing = eventRing(REMEMBERED, 0);
  private last = 0;
  private changed = 0;
  private version = -1;
  private reading: Promise<void> | undefined;
  private readAgain = false;
  private isTroubled = false;
  private timer: NodeJS.Timeout | undefined;
  private stopListening: () => void = () => undefined;

  constructor(@Inject(BACKEND) private readonly backend: FeedBackend) {}

  /** Events in the order of their ids, each once, from the start of the server. */
  readonly events$: Observable<readonly RunEvent[]> = this.told;
  /** Hashes of runs and sweeps that were removed here. */
  readonly removed$: Observable<string> = this.gone;

  /** Id of the last event that was told. */
  get lastId(): number {
    return this.last;
  }

  /** Rises whenever anything in the database may have changed. */
  get generation(): number {
    return this.changed;
  }

  /** Says that this process has changed what no event tells of, such as a pin. */
  touch(): void {
    this.changed += 1;
  }

  /** Says that a run is not there any more. */
  removed(run_hash: string): void {
    this.touch();
    this.gone.next(run_hash);
  }

  /** What these runs have told after a position: a part of it, and up to which id that is all. From memory where that reaches back far enough. */
  async after(position: number, runs: WantedHashes): Promise<{ readonly events: readonly ToldEvent[]; readonly upTo: number }> {
    const upTo = this.last;
    const remembered = this.ring.after(position, runs);
    if (remembered) return { events: remembered, upTo };
    const events = await this.backend.home.store.events.after({ runs: [...runs.keys()], afterId: position, limit: PAGE });
    return { events: events.map(toldEvent), upTo: events.length < PAGE ? upTo : events.at(-1)!.id };
  }

  async onModuleInit(): Promise<void> {
    const { events } = this.backend.home.store;
    this.last = await events.lastId();
    this.ring = eventRing(REMEMBERED, this.last);
    this.stopListening = events.onAppended((appended) => this.heard(appended));
    this.schedule();
  }

  async onModuleDestroy(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.stopListening();
    await this.reading;
    this.told.complete();
  }

  /** Own events follow at once, unless others have written before them. */
  private heard(events: readonly RunEvent[]): void {
    this.touch();
    if (events[0]!.id === this.last + 1) this.tell(events);
    else this.read();
  }

  private tell(events: readonly RunEvent[]): void {
    const fresh = events.filter(({ id }) => id > this.last);
    if (fresh.length === 0) return;
    this.last = fresh.at(-1)!.id;
    this.ring.push(fresh);
    this.told.next(fresh);
  }

  private read(): void {
    this.readAgain = true;
    this.reading ??= this.readAll()
      .catch((error: unknown) => this.failed(error))
      .finally(() => (this.reading = undefined));
  }

  private async readAll(): Promise<void> {
    while (this.readAgain) {
      this.readAgain = false;
      let page: RunEvent[];
      do {
        page = await this.backend.home.store.events.after({ afterId: this.last, limit: PAGE });
        this.tell(page);
      } while (page.length === PAGE);
    }
  }

  private schedule(): void {
    this.timer = setTimeout(() => {
      if (this.backend.closing.aborted) return;
      void this.look().finally(() => this.timer && this.schedule());
    }, LOOK_MS);
  }

  private async look(): Promise<void> {
    try {
      const version = await this.backend.home.store.version();
      this.isTroubled = false;
      if (version === this.version) return;
      this.version = version;
      this.touch();
      this.read();
      await this.reading;
    } catch (error) {
      this.failed(error);
    }
  }

  private failed(error: unknown): void {
    this.version = -1; // whatever has happened, the next look reads again
    if (!this.isTroubled && !this.backend.closing.aborted) this.backend.log.error('events cannot be read from the database', { error });
    this.isTroubled = true;
  }
}
