import { type Progress, RunCancelled } from '@projecta/engine';
import { ProjectaError } from '@projecta/errors';
import { parentPort, workerData } from 'node:worker_threads';
import { loadPluginFiles } from '../compute/load-plugin-files.js';
import { valueCache } from '../data/value-cache.js';
import { buffersOf } from './buffers-of.js';
import { TASKS, type TaskContext } from './tasks.js';
import type { PostedError, ThreadMessage, ThreadStart, ThreadTask } from './thread-message.js';

/** The body of a thread: it loads the plug-ins once, then does one task after another. */

/** Candles up to so many bytes stay in memory, so that whoever looks through a chart does not read files anew for each part of it. */
const CACHE_BYTES = 268_435_456;

/** Progress is told at most ten times a second and at every change of stage. */
const EVERY_MS = 100;

const start = workerData as ThreadStart;
const cancelled = new Int32Array(start.cancelled);
const signal = {
  get aborted(): boolean {
    return Atomics.load(cancelled, 0) !== 0;
  },
};

function tell(message: ThreadMessage, transfer: readonly ArrayBuffer[] = []): void {
  parentPort!.postMessage(message, [...transfer]);
}

function progressTeller(): (progress: Progress) => void {
  let stage = '';
  let last = 0;
  return (progress) => {
    const now = performance.now();
    if (progress.stage === stage && now - last < EVERY_MS) return;
    stage = progress.stage;
    last = now;
    tell({ kind: 'progress', progress });
  };
}

function posted(error: unknown): PostedError {
  if (error instanceof RunCancelled) return { kind: 'cancelled' };
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  if (error instanceof ProjectaError) return { kind: 'refused', code: error.code, message: error.message, errors: error.errors, stack };
  return { kind: 'broken', message: error instanceof Error ? error.message : String(error), stack };
}

async function answer({ name, input }: ThreadTask, context: Omit<TaskContext, 'onProgress'>): Promise<void> {
  try {
    const task = TASKS[name] as (input: unknown, context: TaskContext) => Promise<unknown>;
    const output = await task(input, { ...context, onProgress: progressTeller() });
    tell({ kind: 'done', output }, buffersOf(output));
  } catch (error) {
    tell(posted(error));
  }
}

try {
  const plugins = await loadPluginFiles(start.plugins);
  const cache = valueCache(CACHE_BYTES);
  parentPort!.on('message', (task: ThreadTask) => void answer(task, { plugins, signal, cache }));
  tell({ kind: 'ready' });
} catch (error) {
  tell(posted(error));
}
