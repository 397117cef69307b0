import { setImmediate, setTimeout } from 'node:timers/promises';

/** Resolves after the event loop has turned, and so many milliseconds; a process that has nothing else to wait for ends meanwhile. */
export async function pause(ms: number): Promise<void> {
  await (ms === 0 ? setImmediate() : setTimeout(ms, undefined, { ref: false }));
}
