import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { ProjectaError } from '@projecta/errors';
import { type Crew, openCrew } from '@projecta/home';
import { BACKEND, type Backend } from '../backend.js';

/** Uploads and large downloads at a time: each takes disk or memory, and all wait for one thread. */
const MOST_TRANSFERS = 8;

/** A thread for files that may be large, one after the other: such a file takes seconds, in which the clerks' thread serves all others. */
@Injectable()
export class LargeFiles implements OnModuleDestroy {
  private opened: Crew | undefined;
  private transfers = 0;

  constructor(@Inject(BACKEND) { closing }: Backend) {
    closing.addEventListener('abort', () => void this.opened?.end(), { once: true });
  }

  get crew(): Crew {
    return (this.opened ??= openCrew({ threads: 1, plugins: [] }));
  }

  /** Does the work of a transfer, from its beginning to its end. Throws QUEUE_FULL. */
  async transfer<T>(work: (crew: Crew) => Promise<T>): Promise<T> {
    if (this.transfers >= MOST_TRANSFERS) {
      throw new ProjectaError('QUEUE_FULL', `${MOST_TRANSFERS} uploads and downloads are under way. Try again in a while.`);
    }
    this.transfers++;
    try {
      return await work(this.crew);
    } finally {
      this.transfers--;
    }
  }

  async onModuleDestroy(): Promise<void> {
    await this.opened?.end();
  }
}
