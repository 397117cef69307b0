import type { Line } from './line.js';
import type { FromHelper, ToHelper } from './pool-message.js';

/** Threads that help a run with its trials. The bits are the same with any number of them. Open one with `@projecta/engine/node` or `/browser`. */
export interface TrialPool {
  /** Whether the thread that asks for help works too; else it waits while there is a helper, and stays free for other things. */
  readonly hostWorks: boolean;
  /** Bars of work from which trials are shared; default 10,000,000, some 100 ms of a vector strategy. */
  readonly least?: number;
  /** Lends helpers, now and as they become free, until what it answers is called: then they stop, `in a hurry` within 250 ms whatever they do. */
  lend(take: (helper: TrialHelper) => void): (how: 'in a hurry' | 'in peace') => void;
  /** Resolves after the event loop has turned, and so many milliseconds. */
  pause(ms: number): Promise<void>;
}

/** The host's end of the line to a helper. */
export type TrialHelper = Line<ToHelper, FromHelper>;
