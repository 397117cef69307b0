import { postedError, RunCancelled, serveTrials } from '@projecta/engine';
import { nodeLine, pause } from '@projecta/engine/node';
import { parentPort, workerData } from 'node:worker_threads';
import { loadPluginFiles } from '../compute/load-plugin-files.js';
import { valueCache } from '../data/value-cache.js';
import { buffersOf } from './buffers-of.js';
import { lentHelpers } from './lent-helpers.js';
import { TASKS, type TaskContext } from './tasks.js';
import { thinnedProgress } from './thinned-progress.js';
import type { ThreadMessage, ThreadStart, ThreadTask, ToThread } from './thread-message.js';

/** The body of a thread: it loads the plug-ins once, then does one task after another, or helps another thread with its own. */

/** Candles up to so many bytes stay in memory, so that whoever looks through a chart does not read files anew for each part of it. */
const CACHE_BYTES = 268_435_456;

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

async function done(task: ThreadTask, context: Omit<TaskContext, 'onProgress'>): Promise<unknown> {
  if (task.kind === 'assist') {
    const { plugins } = context;
    return serveTrials(nodeLine(task.port), { plugins, pause, now: () => performance.now(), isRecalled: () => signal.aborted });
  }
  const work = TASKS[task.name] as (input: unknown, context: TaskContext) => Promise<unknown>;
  const { show, end } = thinnedProgress(
    (progress) => tell({ kind: 'progress', progress }),
    () => performance.now(),
  );
  try {
    return await work(task.input, { ...context, onProgress: show });
  } finally {
    end();
  }
}

async function answer(task: ThreadTask, context: Omit<TaskContext, 'onProgress'>): Promise<void> {
  try {
    const output = await done(task, context);
    tell({ kind: 'done', output }, buffersOf(output));
  } catch (error) {
    tell(error instanceof RunCancelled ? { kind: 'cancelled' } : { kind: 'threw', error: postedError(error) });
  }
}

try {
  const plugins = await loadPluginFiles(start.plugins);
  const cache = valueCache(CACHE_BYTES);
  const helpers = lentHelpers((wanted) => tell({ kind: 'wants', helpers: wanted }));
  parentPort!.on('message', (message: ToThread) => {
    if (message.kind === 'helper') helpers.take(message.port);
    else void answer(message, { plugins, signal, cache, pool: helpers.pool });
  });
  tell({ kind: 'ready' });
} catch (error) {
  tell({ kind: 'threw', error: postedError(error) });
}
