import { type ChildProcess, spawn } from 'node:child_process';

/** The server as a process of its own, which can be replaced. */
export interface ServerProcess {
  /** Ends the one that runs, in order, and starts another. */
  restart(): Promise<void>;
  /** Ends it, in order. */
  stop(): Promise<void>;
}

/** `words` start the server; `onEnded` is told when it ended by itself. */
export function serverProcess(words: readonly string[], onEnded: (code: number | null) => void): ServerProcess {
  let running: { readonly child: ChildProcess; readonly over: Promise<void> } | undefined;
  const stop = async (): Promise<void> => {
    const one = running;
    running = undefined;
    one?.child.kill('SIGTERM');
    await one?.over;
  };
  const start = (): void => {
    const child = spawn(process.execPath, words, { stdio: ['ignore', 'inherit', 'inherit'] });
    const over = new Promise<void>((resolve) => {
      child.on('error', () => resolve());
      child.on('close', (code) => {
        if (running?.child === child) {
          running = undefined;
          onEnded(code);
        }
        resolve();
      });
    });
    running = { child, over };
  };
  return {
    stop,
    async restart() {
      await stop();
      start();
    },
  };
}
