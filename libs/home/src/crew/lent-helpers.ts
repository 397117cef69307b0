import type { TrialHelper, TrialPool } from '@projecta/engine';
import { nodeLine, pause } from '@projecta/engine/node';
import type { MessagePort } from 'node:worker_threads';

/** The crew as a computing thread sees it: a pool of whatever threads have nothing to do. */
export interface LentHelpers {
  readonly pool: TrialPool;
  /** Takes a helper that the crew lends. */
  take(port: MessagePort): void;
}

/** `ask` tells the crew whether helpers are wanted. */
export function lentHelpers(ask: (helpers: boolean) => void): LentHelpers {
  const ports = new Set<MessagePort>();
  let give: ((helper: TrialHelper) => void) | undefined;
  return {
    pool: {
      hostWorks: true,
      pause,
      lend(take) {
        give = take;
        ask(true);
        return () => {
          give = undefined;
          ask(false);
          for (const port of ports) port.close();
          ports.clear();
        };
      },
    },
    take(port) {
      if (!give) return port.close(); // the task has ended meanwhile
      ports.add(port);
      give(nodeLine(port));
    },
  };
}
