import type { JsonValue } from '@projecta/hashing';
import { In } from 'typeorm';
import type { Database } from './database.js';
import { RunEntity } from './entities/run-entity.js';
import { RunEventEntity } from './entities/run-event-entity.js';
import type { NewRunEvent, RunEvent, RunEventType } from './run-event.js';
import { reportProgress } from './runs/report-progress.js';

/** What happened to the runs, in the order of commits. */
export interface Events {
  /** Appends to a running attempt; answers what was stored: nothing when the attempt is not running any more. */
  append(to: {
    readonly run_hash: string;
    readonly attempt: number;
    readonly events: readonly NewRunEvent[];
  }): Promise<readonly RunEvent[]>;
  /** The first `limit` (500 when left out) events with an id above `afterId`, of these runs, or of all. */
  after(request: { readonly runs?: readonly string[]; readonly afterId?: number; readonly limit?: number }): Promise<RunEvent[]>;
  /** The greatest id, of a run or of all; 0 where there is none. */
  lastId(run_hash?: string): Promise<number>;
  /** Whether a reader that has all up to `afterId` has seen the last of these runs: all have ended, or are gone, and nothing came after. */
  isOver(request: { readonly runs: readonly string[]; readonly afterId: number }): Promise<boolean>;
  /** Calls back after every commit of this process, with what it appended; answers how to stop. Other processes' are found by `after`. */
  onAppended(listener: (events: readonly RunEvent[]) => void): () => void;
}

export function eventsOf(database: Database): Events {
  return {
    append: async (to) => (await reportProgress(database, to)).events,
    async after({ runs, afterId = 0, limit = 500 }) {
      const rows = await database.read((manager) => {
        const query = manager.createQueryBuilder(RunEventEntity, 'event').where('event.id > :afterId', { afterId });
        if (runs) query.andWhere('event.run_hash IN (:...runs)', { runs });
        return query.orderBy('event.id').limit(limit).getMany();
      });
      return rows.map(toEvent);
    },
    async lastId(run_hash) {
      const where = run_hash === undefined ? {} : { run_hash };
      return (await database.read((manager) => manager.maximum(RunEventEntity, 'id', where))) ?? 0;
    },
    async isOver({ runs, afterId }) {
      // in this order: a run that is queued again between the two reads has left an event for the second
      const inFlight = { run_hash: In(runs), status: In(['queued', 'running']) };
      if (await database.read((manager) => manager.existsBy(RunEntity, inFlight))) return false;
      return (await this.after({ runs, afterId, limit: 1 })).length === 0;
    },
    onAppended: (listener) => database.onAppended(listener),
  };
}

function toEvent({ id, run_hash, attempt, type, at, data }: RunEventEntity): RunEvent {
  return { id, run_hash, attempt, type: type as RunEventType, at, data: JSON.parse(data) as { [key: string]: JsonValue } };
}
