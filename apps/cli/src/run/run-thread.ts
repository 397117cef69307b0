import type { Progress } from '@projecta/engine';
import { ProjectaError } from '@projecta/errors';
import { parentPort, workerData } from 'node:worker_threads';
import { computeRun, type ComputedRun, type RunRequest } from './compute-run.js';
import type { ThreadMessage } from './thread-message.js';

/** The body of the thread that computes a run, so that the program can be interrupted at any time, even inside a user's endless loop. */

/** Progress is told at most ten times a second and at every change of stage. */
const EVERY_MS = 100;

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

/** The bytes of artifacts in buffers of their own, which can be handed over without a copy. */
function movable(run: ComputedRun): ComputedRun {
  const artifacts = run.artifacts.map(({ bytes, ...rest }) => ({
    ...rest,
    bytes: bytes.byteLength === bytes.buffer.byteLength ? bytes : bytes.slice(),
  }));
  return { ...run, artifacts };
}

try {
  const run = movable(await computeRun(workerData as RunRequest, progressTeller()));
  tell(
    { kind: 'done', run },
    run.artifacts.map(({ bytes }) => bytes.buffer as ArrayBuffer),
  );
} catch (error) {
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  if (error instanceof ProjectaError) tell({ kind: 'refused', code: error.code, message: error.message, errors: error.errors, stack });
  else tell({ kind: 'broken', message: error instanceof Error ? error.message : String(error), stack });
}

// what a plug-in left running keeps nobody waiting; what it printed is written first
process.stdout.write('', () => process.exit());
