import type { UserPlugin } from '../user-plugin.js';
import type { Line } from './line.js';
import type { FromHelper, ToHelper } from './pool-message.js';
import { postedError } from './posted-error.js';
import { type MadeTrials, trialsFrom } from './posted-source.js';
import type { Trials } from './trials.js';

/** What a thread that helps has, and the pure engine has not. */
export interface HelperThread {
  readonly plugins: readonly UserPlugin[];
  /** Milliseconds of any clock. */
  now(): number;
  /** Resolves after the event loop has turned, and so many milliseconds. */
  pause(ms: number): Promise<void>;
  /** Whether it is wanted elsewhere. */
  isRecalled?(): boolean;
}

/** How long trials are computed between two looks whether to stop. */
const LOOK_MS = 15;

/** How often an idle helper looks whether it is wanted elsewhere. */
const IDLE_MS = 20;

/** Helps a host with its trials until the line ends or the thread is wanted elsewhere. Never throws: what goes wrong is told to the host. */
export async function serveTrials(line: Line<FromHelper, ToHelper>, thread: HelperThread): Promise<void> {
  const waiting: ToHelper[] = [];
  const jobs = new Map<number, Trials>();
  let made: MadeTrials | undefined;
  let isOver = false;
  let wake = (): void => undefined;
  let looked = thread.now();

  line.listen({
    onMessage: (message) => (waiting.push(message), wake()),
    onEnd: () => ((isOver = true), wake()),
  });
  line.post({ kind: 'ready' });
  const mustStop = (): boolean => isOver || thread.isRecalled?.() === true;
  /** Lets the event loop turn now and then; answers whether to go on. */
  const goesOn = async (): Promise<boolean> => {
    if (thread.now() - looked < LOOK_MS) return true;
    await thread.pause(0);
    looked = thread.now();
    return !mustStop();
  };
  const compute = async ({ id, from, to }: Extract<ToHelper, { kind: 'chunk' }>): Promise<void> => {
    const { width, values: valuesOf } = jobs.get(id)!;
    const values = new Float64Array((to - from) * width);
    const start = thread.now();
    for (let trial = from; trial < to; trial++) {
      try {
        const long = valuesOf(trial, values, (trial - from) * width);
        for (let step = long?.next(); step && !step.done; step = long!.next()) if (!(await goesOn())) return;
      } catch (error) {
        const head = values.slice(0, (trial - from) * width);
        return line.post({ kind: 'failed', id, trial, values: head, error: postedError(error) }, [head.buffer]);
      }
      if (!(await goesOn())) return;
    }
    line.post({ kind: 'values', id, values, ms: thread.now() - start }, [values.buffer]);
  };
  const answer = async (message: ToHelper): Promise<void> => {
    if (message.kind === 'source') made = trialsFrom(message.source, thread.plugins);
    else if (message.kind === 'job') jobs.set(message.id, made!(message.job));
    else await compute(message);
  };

  try {
    while (!mustStop()) {
      const message = waiting.shift();
      if (message) await answer(message);
      else
        await new Promise<void>((resolve) => {
          wake = resolve;
          if (thread.isRecalled) void thread.pause(IDLE_MS).then(resolve);
        });
    }
  } catch {
    // what its source or a job needs cannot be had here: the host, which has it, goes on without this helper
  }
  line.post({ kind: 'left' });
  line.close();
}
