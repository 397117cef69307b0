import type { Cancellation, OnProgress } from '@projecta/engine';
import { computeRun, type ComputedRun, type RunRequest } from '../compute/compute-run.js';
import { identifyRun, type IdentifiedRun } from '../compute/identify-run.js';
import type { RunPlugins } from '../compute/run-plugins.js';

/** What a task is given by the thread it runs in. */
export interface TaskContext {
  readonly plugins: RunPlugins;
  readonly signal: Cancellation;
  readonly onProgress: OnProgress;
}

/** What threads can be asked to do: everything that takes more than a millisecond of CPU. Inputs and outputs are posted, so they are plain data. */
export const TASKS = {
  identify: (request: RunRequest, { plugins }: TaskContext): Promise<IdentifiedRun> => identifyRun(request, plugins),
  compute: (request: RunRequest, context: TaskContext): Promise<ComputedRun> => computeRun(request, context),
};

export type TaskName = keyof typeof TASKS;
export type TaskInput<Name extends TaskName> = Parameters<(typeof TASKS)[Name]>[0];
export type TaskOutput<Name extends TaskName> = Awaited<ReturnType<(typeof TASKS)[Name]>>;
