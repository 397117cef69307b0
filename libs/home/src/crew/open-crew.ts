import { type CrewThread, crewThread, type TaskOptions } from './crew-thread.js';
import type { TaskInput, TaskName, TaskOutput } from './tasks.js';
import { RunCancelled } from '@projecta/engine';

/** Threads that do tasks, the longest waiting first. */
export interface Crew {
  /** Resolves when every thread has loaded; rejects with what is wrong with a plug-in. */
  readonly ready: Promise<void>;
  /** Has a thread do a task. An aborted signal ends it within 250 ms, whatever it does, with RunCancelled. */
  perform<Name extends TaskName>(name: Name, input: TaskInput<Name>, options?: TaskOptions): Promise<TaskOutput<Name>>;
  /** How many tasks are being done, and how many wait for a thread. */
  counts(): { readonly busy: number; readonly waiting: number };
  /** Ends the threads; what they do is lost. */
  end(): Promise<void>;
}

interface Waiting {
  readonly start: (thread: CrewThread) => void;
  readonly drop: (error: Error) => void;
}

/** Starts `threads` threads, each with the plug-ins of these files. A thread that ends is replaced. */
export function openCrew({ threads, plugins }: { readonly threads: number; readonly plugins: readonly string[] }): Crew {
  const all = new Set<CrewThread>();
  const free: CrewThread[] = [];
  const waiting: Waiting[] = [];
  let isEnding = false;

  const hire = (): CrewThread => {
    const thread = crewThread(plugins);
    all.add(thread);
    return thread;
  };
  const release = (thread: CrewThread): void => {
    if (thread.isOver) all.delete(thread);
    if (isEnding) return;
    const able = thread.isOver ? hire() : thread;
    const next = waiting.shift();
    if (next) next.start(able);
    else free.push(able);
  };
  for (let i = 0; i < threads; i++) free.push(hire());
  const ready = Promise.all([...all].map((thread) => thread.ready)).then(() => undefined);
  ready.catch(() => undefined);

  return {
    ready,
    perform: (name, input, options = {}) =>
      new Promise((resolve, reject) => {
        const start = (thread: CrewThread): void => {
          options.signal?.removeEventListener('abort', dropped);
          thread.ready
            .then(() => thread.perform({ name, input }, options))
            .then((output) => resolve(output as TaskOutput<typeof name>), reject)
            .finally(() => release(thread));
        };
        const one: Waiting = { start, drop: reject };
        const dropped = (): void => {
          const place = waiting.indexOf(one);
          if (place >= 0) waiting.splice(place, 1);
          reject(new RunCancelled());
        };
        const thread = free.shift();
        if (thread) return start(thread);
        if (options.signal?.aborted) return reject(new RunCancelled());
        options.signal?.addEventListener('abort', dropped, { once: true });
        waiting.push(one);
      }),
    counts: () => ({ busy: all.size - free.length, waiting: waiting.length }),
    async end() {
      isEnding = true;
      for (const { drop } of waiting.splice(0)) drop(new RunCancelled());
      await Promise.all([...all].map((thread) => thread.end()));
    },
  };
}
