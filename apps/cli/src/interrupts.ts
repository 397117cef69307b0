import { EXIT } from './exit-code.js';

/** Runs `work` without being interrupted in the middle: a Ctrl-C meanwhile comes too late and is ignored. For short writes only. */
export async function uninterrupted<T>(work: () => Promise<T>): Promise<T> {
  return withListener(() => undefined, work);
}

/** A second Ctrl-C sooner than this is the same one: npx hands on what the terminal has sent to all. */
const SAME_MS = 1000;

/** Runs `work` with a signal that Ctrl-C aborts, so that it ends by itself and leaves all in order; a second Ctrl-C ends the process. */
export async function interruptible<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const interrupt = new AbortController();
  let first = 0;
  const onInterrupt = (): void => {
    if (!interrupt.signal.aborted) first = performance.now();
    else if (performance.now() - first > SAME_MS) process.exit(EXIT.interrupted);
    interrupt.abort();
  };
  return withListener(onInterrupt, () => work(interrupt.signal));
}

/** Whether an error says that work was interrupted or cancelled. By name: the engine is not loaded for it. */
export function isInterruption(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError';
}

/** Puts a listener in the place of those that end the process. */
async function withListener<T>(onInterrupt: () => void, work: () => Promise<T>): Promise<T> {
  const listeners = process.listeners('SIGINT');
  process.on('SIGINT', onInterrupt);
  for (const listener of listeners) process.off('SIGINT', listener);
  try {
    return await work();
  } finally {
    for (const listener of listeners) process.on('SIGINT', listener);
    process.off('SIGINT', onInterrupt);
  }
}
