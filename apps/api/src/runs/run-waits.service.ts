import { Inject, Injectable } from '@nestjs/common';
import { rowsOf } from '@projecta/home';
import type { RepeatedRun, RunKind, RunStatus } from '@projecta/persistence';
import type { Response } from 'express';
import { filter, firstValueFrom, fromEvent, map, merge, type Observable, share, take, timer } from 'rxjs';
import { BACKEND, type Backend } from '../backend.js';
import { EventFeed } from '../events/event-feed.service.js';
import { isEnded, statusAfter } from '../events/run-ends.js';

/** A run or a sweep whose end somebody waits for. */
export interface AwaitedRun extends RepeatedRun {
  readonly kind: RunKind;
}

/** Waits for the ends of runs and sweeps. */
@Injectable()
export class RunWaits {
  private readonly closing$: Observable<unknown>;

  constructor(
    @Inject(BACKEND) private readonly backend: Backend,
    private readonly feed: EventFeed,
  ) {
    this.closing$ = fromEvent(backend.closing, 'abort').pipe(share()); // one listener, however many wait
  }

  /** The status once its attempt has ended, or as it is when the time is up, the server stops, or who asked has gone. */
  async statusWithin(run: AwaitedRun, { ms, response }: { readonly ms: number; readonly response: Response }): Promise<RunStatus> {
    if (isEnded(run.status)) return run.status;
    const { run_hash, attempt } = run;
    const ended$ = this.feed.events$.pipe(
      map((events) => events.find((event) => event.run_hash === run_hash && event.attempt >= attempt && statusAfter(event.type))),
      filter((event) => event !== undefined),
      map(({ type }) => statusAfter(type)),
    );
    const givenUp$ = merge(timer(ms), this.closing$, fromEvent(response, 'close')).pipe(map(() => undefined));
    // listens before it looks, so that nothing ends in between
    const told = firstValueFrom(merge(ended$, givenUp$).pipe(take(1)), { defaultValue: undefined });
    const now = await this.now(run);
    return isEnded(now) ? now : ((await told) ?? (await this.now(run)));
  }

  private async now({ run_hash, kind, status }: AwaitedRun): Promise<RunStatus> {
    return (await rowsOf(this.backend.home.store, kind).find(run_hash))?.status ?? status;
  }
}
