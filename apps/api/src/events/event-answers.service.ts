import { Inject, Injectable } from '@nestjs/common';
import { ProjectaError } from '@projecta/errors';
import type { RunStanding } from '@projecta/persistence';
import type { Request, Response } from 'express';
import { BACKEND, type Backend } from '../backend.js';
import type { EventQuery } from './event-query.js';
import { EventStreams } from './event-streams.service.js';
import { eventView } from './event-view.js';

export interface EventExchange extends EventQuery {
  readonly request: Request;
  readonly response: Response;
}

/** Answers who asks for events: with a stream, with a list, or with nothing where it has them all. */
@Injectable()
export class EventAnswers {
  constructor(
    @Inject(BACKEND) private readonly backend: Backend,
    private readonly streams: EventStreams,
  ) {}

  /** Throws RUN_NOT_FOUND, AMBIGUOUS_PREFIX, NOT_ACCEPTABLE, RATE_LIMITED. */
  async answer({ request, response, run, afterId, limit }: EventExchange): Promise<void> {
    const type = request.accepts(['text/event-stream', 'application/json']);
    if (type === false) throw new ProjectaError('NOT_ACCEPTABLE', 'Events are text/event-stream, or a list as application/json.');
    const begin = afterId === undefined ? 0 : await this.known(afterId);
    const standings = await this.standings(run, afterId !== undefined);
    const runs = standings.map(({ run_hash }) => run_hash);
    response.vary('Accept');
    if (type === 'application/json') return void response.json(await this.list(runs, { afterId: begin, limit }));
    const open = standings.filter(({ finished_event }) => finished_event === null || finished_event > begin);
    if (open.length === 0) return void response.status(204).end();
    this.streams.start(response, { runs: new Set(runs), open: new Set(open.map(({ run_hash }) => run_hash)), afterId: begin });
  }

  /** An id that has not been given yet counts as the last one: it comes from another database. */
  private async known(afterId: number): Promise<number> {
    return afterId === 0 ? 0 : Math.min(afterId, await this.backend.home.store.events.lastId());
  }

  /** Of several runs, one that has been removed since is passed over by who comes back: the others go on. */
  private async standings(names: readonly string[], comesBack: boolean): Promise<RunStanding[]> {
    const { runs } = this.backend.home.store;
    const found = await Promise.all(
      names.map((name) =>
        runs.standing(name).catch((error: unknown) => {
          const isGone = error instanceof ProjectaError && error.code === 'RUN_NOT_FOUND';
          if (isGone && comesBack && names.length > 1) return undefined;
          throw error;
        }),
      ),
    );
    return found.filter((standing) => standing !== undefined);
  }

  private async list(runs: readonly string[], { afterId, limit }: { readonly afterId: number; readonly limit: number }): Promise<object> {
    const { events: stored } = this.backend.home.store;
    const events = runs.length === 0 ? [] : await stored.after({ runs, afterId, limit: limit + 1 });
    const shown = events.slice(0, limit);
    const next_cursor = events.length > limit ? String(shown.at(-1)!.id) : null;
    return { items: shown.map((event) => ({ id: event.id, ...eventView(event) })), next_cursor };
  }
}
