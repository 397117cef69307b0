import type { Progress } from '@projecta/engine';
import type { JsonObject, NewRunEvent, Run } from '@projecta/persistence';
import { COMPUTING } from '../compute/computing.js';
import { withTrialsOf } from '../crew/with-trials-of.js';
import type { Home } from '../open-home.js';
import type { RunStep } from './execute-run.js';

/** Turns what a computation tells into events, and writes them at most ten times a second: each write is flushed to the disk. */
export interface ProgressRecorder {
  readonly show: (progress: Progress) => void;
  /** Waits for what is being written; answers what was not written yet, and how long each stage took, in ms. */
  end(): Promise<{ readonly events: readonly NewRunEvent[]; readonly timings: JsonObject }>;
}

const EVERY_MS = 100;

export function progressRecorder({
  home,
  run,
  onGone,
  onProgress,
}: {
  readonly home: Home;
  readonly run: Run;
  /** Called once the attempt is not running any more. */
  readonly onGone: () => void;
  readonly onProgress?: (step: RunStep) => void;
}): ProgressRecorder {
  const { run_hash, attempt } = run;
  const stages = [...COMPUTING[run.kind].stages(run.config), 'artifacts'];
  const timings: Record<string, number> = {};
  let pending: NewRunEvent[] = [];
  /** The last step of the stage, if it is not written yet: one of them a write says enough. */
  let step: Progress | undefined;
  let stage: string | undefined;
  let since = performance.now();
  let share = 0;
  let isOver = false;
  let writing: Promise<void> | undefined;
  let timer: NodeJS.Timeout | undefined;

  const taken = (): readonly NewRunEvent[] => {
    const events = step ? [...pending, progressEvent(step)] : pending;
    pending = [];
    step = undefined;
    return events;
  };
  const write = async (): Promise<void> => {
    timer = undefined;
    const events = taken();
    if (events.length === 0 || stage === undefined) return;
    const { running } = await home.store.runs.progress({ run_hash, attempt, stage, progress: share, events });
    if (!running) onGone();
  };
  const schedule = (): void => {
    if (isOver || timer || writing) return;
    timer = setTimeout(() => {
      writing = write()
        .catch(() => undefined) // the end of the run meets the same trouble, and tells it
        .finally(() => {
          writing = undefined;
          if (pending.length > 0 || step) schedule();
        });
    }, EVERY_MS);
  };
  const leave = (now: number): void => {
    if (stage === undefined) return;
    timings[stage] = Math.round((now - since) * 1000) / 1000;
    if (step?.trials) pending.push(progressEvent(step)); // of a step without them its end says more
    step = undefined;
    pending.push({ type: 'stage.completed', data: { stage } });
  };

  return {
    show(progress) {
      const { stage: at, done, total, trials } = progress;
      if (isOver) return;
      const now = performance.now();
      if (at !== stage) {
        leave(now);
        stage = at;
        since = now;
        pending.push({ type: 'stage.started', data: { stage: at, done, total } });
        if (trials) step = progress;
      } else step = withTrialsOf(step, progress);
      share = Math.min(1, (Math.max(0, stages.indexOf(at)) + done / Math.max(1, total)) / stages.length);
      onProgress?.({ stage: at, done, total, share });
      schedule();
    },
    async end() {
      isOver = true;
      clearTimeout(timer);
      await writing;
      leave(performance.now());
      stage = undefined;
      return { events: taken(), timings };
    },
  };
}

function progressEvent({ stage, done, total, trials }: Progress): NewRunEvent {
  return { type: 'stage.progress', data: { stage, done, total, ...(trials && { trials }) } };
}
