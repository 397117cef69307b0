import type { Progress } from '@projecta/engine';
import { ProjectaError } from '@projecta/errors';
import { Worker } from 'node:worker_threads';
import type { ComputedRun, RunRequest } from './compute-run.js';
import type { ThreadMessage } from './thread-message.js';

/**
 * Computes a run in a thread of its own: this one stays free for signals and the progress bar, and what a plug-in prints goes to stderr.
 * Errors are those of `computeRun`, made anew here.
 */
export function runInThread(request: RunRequest, onProgress: (progress: Progress) => void): Promise<ComputedRun> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(new URL('./run-thread.js', import.meta.url), { workerData: request, stdout: true });
    thread.stdout.pipe(process.stderr, { end: false });
    thread.on('message', (message: ThreadMessage) => {
      if (message.kind === 'progress') return onProgress(message.progress);
      if (message.kind === 'done') resolve(message.run);
      else reject(errorOf(message));
    });
    thread.on('error', reject);
    thread.on('exit', (code) => reject(new Error(`The thread of the run ended early (code ${code}).`))); // no effect after an answer
  });
}

function errorOf(message: Exclude<ThreadMessage, { readonly kind: 'progress' | 'done' }>): Error {
  const error = message.kind === 'refused' ? new ProjectaError(message.code, message.message, message.errors) : new Error(message.message);
  error.stack = message.stack;
  return error;
}
