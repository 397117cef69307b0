import { Inject, Injectable } from '@nestjs/common';
import { type ErrorCode, ProjectaError } from '@projecta/errors';
import { rowsOf } from '@projecta/home';
import type { RunKind, RunStanding } from '@projecta/persistence';
import type { Request, Response } from 'express';
import { BACKEND, type Backend } from '../backend.js';
import type { ManyEventsQuery } from './event-query.js';
import type { WantedHashes } from './event-ring.js';
import { EventStreams } from './event-streams.service.js';
import { eventView } from './event-view.js';

export interface EventExchange extends ManyEventsQuery {
  readonly request: Request;
  readonly response: Response;
}

interface Standing extends RunStanding {
  readonly kind: RunKind;
}

const GONE: ReadonlySet<ErrorCode> = new Set(['RUN_NOT_FOUND', 'SWEEP_NOT_FOUND']);

/** Answers who asks for events: with a stream, with a list, or with nothing where it has them all. */
@Injectable()
export class EventAnswers {
  constructor(
    @Inject(BACKEND) private readonly backend: Backend,
    private readonly streams: EventStreams,
  ) {}

  /** Throws RUN_NOT_FOUND, SWEEP_NOT_FOUND, AMBIGUOUS_PREFIX, NOT_ACCEPTABLE, RATE_LIMITED. */
  async answer({ request, response, wanted, afterId, limit }: EventExchange): Promise<void> {
    const type = request.accepts(['text/event-stream', 'application/json']);
    if (type === false) throw new ProjectaError('NOT_ACCEPTABLE', 'Events are text/event-stream, or a list as application/json.');
    const begin = afterId === undefined ? 0 : await this.known(afterId);
    const standings = await this.standings(wanted, afterId !== undefined);
    const runs = new Map(standings.map(({ run_hash, kind }) => [run_hash, kind]));
    response.vary('Accept');
    if (type === 'application/json') return void response.json(await this.list(runs, { afterId: begin, limit }));
    const open = standings.filter(({ finished_event }) => finished_event === null || finished_event > begin);
    if (open.length === 0) return void response.status(204).end();
    this.streams.start(response, { runs, open: new Set(open.map(({ run_hash }) => run_hash)), afterId: begin });
  }

  /** An id that has not been given yet counts as the last one: it comes from another database. */
  private async known(afterId: number): Promise<number> {
    return afterId === 0 ? 0 : Math.min(afterId, await this.backend.home.store.events.lastId());
  }

  /** Of several, one that has been removed since is passed over by who comes back: the others go on. */
  private async standings({ run, sweep }: ManyEventsQuery['wanted'], comesBack: boolean): Promise<Standing[]> {
    const { store } = this.backend.home;
    const named = [...run.map((name) => ['run', name] as const), ...sweep.map((name) => ['sweep', name] as const)];
    const find = async ([kind, name]: (typeof named)[number]): Promise<Standing | undefined> => {
      try {
        return { kind, ...(await rowsOf(store, kind).standing(name)) };
      } catch (error) {
        const isGone = error instanceof ProjectaError && GONE.has(error.code);
        if (isGone && comesBack && named.length > 1) return undefined;
        throw error;
      }
    };
    const found = await Promise.all(named.map(find));
    return found.filter((standing) => standing !== undefined);
  }

  private async list(runs: WantedHashes, { afterId, limit }: { readonly afterId: number; readonly limit: number }): Promise<object> {
    const { events: stored } = this.backend.home.store;
    const events = runs.size === 0 ? [] : await stored.after({ runs: [...runs.keys()], afterId, limit: limit + 1 });
    const shown = events.slice(0, limit);
    const next_cursor = events.length > limit ? String(shown.at(-1)!.id) : null;
    return { items: shown.map((event) => ({ id: event.id, ...eventView(event, runs.get(event.run_hash)!) })), next_cursor };
  }
}
