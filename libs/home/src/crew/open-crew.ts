import { RunCancelled } from '@projecta/engine';
import { type CrewThread, crewThread, type TaskOptions } from './crew-thread.js';
import { lending } from './lending.js';
import type { TaskInput, TaskName, TaskOutput } from './tasks.js';

/** Threads that do tasks, the longest waiting first. While none waits, free threads help others with their trials. */
export interface Crew {
  /** Resolves when every thread that starts at once has loaded; rejects with what is wrong with a plug-in. */
  readonly ready: Promise<void>;
  /** Has a thread do a task. An aborted signal ends it within 250 ms, whatever it does, with RunCancelled. */
  perform<Name extends TaskName>(name: Name, input: TaskInput<Name>, options?: TaskOptions): Promise<TaskOutput<Name>>;
  /** How many tasks are being done, how many wait for a thread, and how many threads help with a task. */
  counts(): { readonly busy: number; readonly waiting: number; readonly helping: number };
  /** Ends the threads; what they do is lost, and ends with RunCancelled. */
  end(): Promise<void>;
}

export interface CrewOptions {
  readonly threads: number;
  /** How many of them start at once; the others when they are needed. All when left out. */
  readonly warm?: number;
  /** Module files that each thread loads. */
  readonly plugins: readonly string[];
  /** Where the compiled body of a thread is; beside this file when left out. */
  readonly body?: URL;
}

interface Waiting {
  readonly start: (thread: CrewThread) => void;
  readonly drop: () => void;
}

/** A crew of so many threads, each with the plug-ins of these files. A thread that ends is replaced when it is needed. */
export function openCrew({ threads, warm = threads, plugins, body = new URL('./thread.js', import.meta.url) }: CrewOptions): Crew {
  const all = new Set<CrewThread>();
  const free = new Set<CrewThread>();
  const waiting: Waiting[] = [];
  let isEnding = false;

  const hire = (): CrewThread => {
    const thread = crewThread({
      ...{ plugins, body },
      onOver() {
        all.delete(thread);
        free.delete(thread);
      },
    });
    all.add(thread);
    return thread;
  };
  const take = (): CrewThread | undefined => {
    const [thread] = free;
    if (thread) free.delete(thread);
    return thread ?? (all.size < threads ? hire() : undefined);
  };
  const release = (thread: CrewThread): void => {
    if (!thread.isOver) free.add(thread);
    if (isEnding) return;
    const able = waiting.length > 0 ? take() : undefined;
    if (able) waiting.shift()!.start(able);
    else loans.spread();
  };
  const loans = lending({ release, take: () => (isEnding || waiting.length > 0 ? undefined : take()) });
  for (let i = 0; i < warm; i++) free.add(hire());
  const ready = Promise.all([...all].map((thread) => thread.ready)).then(() => undefined);
  ready.catch(() => undefined); // told again to whoever waits for it

  return {
    ready,
    perform: <Name extends TaskName>(name: Name, input: TaskInput<Name>, options: TaskOptions = {}) =>
      new Promise<TaskOutput<Name>>((resolve, reject) => {
        const { signal } = options;
        if (isEnding || signal?.aborted) return reject(new RunCancelled());
        const drop = (): void => {
          const place = waiting.indexOf(one);
          if (place >= 0) waiting.splice(place, 1);
          reject(new RunCancelled());
        };
        const start = (thread: CrewThread): void => {
          void thread.ready
            .then(() => {
              signal?.removeEventListener('abort', drop);
              if (signal?.aborted) throw new RunCancelled();
              signal?.addEventListener('abort', letGo, { once: true }); // helpers end as the task does, not after it
              const onWants = (helpers: boolean): void => void (signal?.aborted || loans.want(thread, helpers ? 'helpers' : 'none'));
              return thread.perform({ kind: 'task', name, input }, { ...options, onWants });
            })
            .then((output) => resolve(output as TaskOutput<Name>), reject)
            .finally(() => {
              signal?.removeEventListener('abort', letGo);
              letGo();
              release(thread);
            });
          const letGo = (): void => loans.want(thread, signal?.aborted || thread.isOver ? 'none at once' : 'none');
        };
        const one: Waiting = { start, drop };
        signal?.addEventListener('abort', drop, { once: true }); // until a thread has begun with it
        const thread = take();
        if (thread) return start(thread);
        waiting.push(one);
        loans.recall();
      }),
    counts: () => ({ busy: all.size - free.size - loans.count, waiting: waiting.length, helping: loans.helping }),
    async end() {
      isEnding = true;
      for (const { drop } of [...waiting]) drop();
      await Promise.all([...all].map((thread) => thread.end()));
    },
  };
}
