import { Inject, Injectable } from '@nestjs/common';
import { ProjectaError } from '@projecta/errors';
import { open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { runsFolder } from '@projecta/artifacts/node';
import { BACKEND, type Backend } from '../backend.js';

export interface Check {
  readonly ok: boolean;
  readonly message: string;
}

export interface Readiness {
  readonly status: 'ready' | 'unavailable';
  readonly checks: Readonly<Record<'database' | 'artifacts' | 'workers' | 'queue', Check>>;
}

/** Each look writes to the disk: one a second is enough. */
const FRESH_MS = 1_000;

/** Whether the server can do its work now. */
@Injectable()
export class ReadinessService {
  private last: { readonly at: number; readonly readiness: Promise<Readiness> } | undefined;

  constructor(@Inject(BACKEND) private readonly backend: Backend) {}

  now(): Promise<Readiness> {
    const at = performance.now();
    if (!this.last || at - this.last.at > FRESH_MS) this.last = { at, readiness: this.look() };
    return this.last.readiness;
  }

  private async look(): Promise<Readiness> {
    const [database, artifacts, workers, queue] = await Promise.all([
      checked('The database takes writes.', () => this.backend.home.store.check()),
      checked('The artifact folder takes writes.', () => writes(runsFolder(this.backend.home.artifacts))),
      checked('The worker threads have started.', () => Promise.all([this.backend.workers.ready, this.backend.clerks.ready])),
      checked('The queue takes runs.', () => this.room()),
    ]);
    const checks = { database, artifacts, workers, queue };
    const isReady = Object.values(checks).every(({ ok }) => ok) && !this.backend.closing.aborted;
    return { status: isReady ? 'ready' : 'unavailable', checks };
  }

  private async room(): Promise<void> {
    const { queued } = await this.backend.home.store.runs.counts();
    const { queue } = this.backend.settings.limits;
    if (queued >= queue) throw new ProjectaError('QUEUE_FULL', `${queued} runs wait, and ${queue} may.`);
  }
}

async function checked(fine: string, look: () => Promise<unknown>): Promise<Check> {
  try {
    await look();
    return { ok: true, message: fine };
  } catch (error) {
    if (error instanceof ProjectaError) return { ok: false, message: error.message };
    const { code } = error as NodeJS.ErrnoException;
    return { ok: false, message: `It fails${code ? ` (${code})` : ''}; the log says more.` };
  }
}

async function writes(folder: string): Promise<void> {
  const path = join(folder, `.probe-${process.pid}`);
  const file = await open(path, 'w');
  await file.writeFile('probe');
  await file.sync().finally(() => file.close());
  await rm(path, { force: true });
}
