import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';

/** A process that hammers a store (see hammer-process.ts), and what was acknowledged to it so far. */
export interface Hammering {
  /** When its program is loaded and it opens the store, and when it has. */
  readonly opening: Promise<void>;
  readonly ready: Promise<void>;
  /** Resolves when it has ended, however it did; rejects when it ended by an error of its own. */
  readonly ended: Promise<void>;
  readonly submitted: string[];
  /** manifest_hash by run_hash. */
  readonly completed: Map<string, string>;
  readonly kill: () => void;
}

/** Starts hammering the store in a folder with the compiled library in `dist`. */
export function startHammering(dist: string, { folder, label, runs }: { folder: string; label: string; runs?: number }): Hammering {
  const program = join(dist, 'testing', 'hammer-process.js');
  const child = spawn(process.execPath, [program, folder, label, ...(runs === undefined ? [] : [String(runs)])]);
  const submitted: string[] = [];
  const completed = new Map<string, string>();
  const said = (word: string): Promise<void> =>
    new Promise((resolve, reject) => {
      lines(child, (line) => line === word && resolve());
      child.once('close', () => reject(new Error(`process ${label} ended before it was ${word}`)));
    });
  lines(child, (line) => {
    const [what, run_hash = '', manifest_hash = ''] = line.split(' ');
    if (what === 'submitted') submitted.push(run_hash);
    if (what === 'completed') completed.set(run_hash, manifest_hash);
  });
  const [opening, ready] = [said('opening'), said('ready')];
  for (const moment of [opening, ready]) moment.catch(() => undefined); // who does not wait for it does not care
  return { opening, ready, ended: ending(child, label), submitted, completed, kill: () => void child.kill('SIGKILL') };
}

/** Whole lines only: the one a kill cut short was not said. */
function lines(child: ChildProcess, take: (line: string) => void): void {
  let rest = '';
  child.stdout!.setEncoding('utf8').on('data', (text: string) => {
    const parts = (rest + text).split('\n');
    rest = parts.pop()!;
    parts.forEach(take);
  });
}

function ending(child: ChildProcess, label: string): Promise<void> {
  let errors = '';
  child.stderr!.setEncoding('utf8').on('data', (text: string) => (errors += text));
  return new Promise((resolve, reject) => {
    child.once('close', (code, signal) => {
      if (code === 0 || signal === 'SIGKILL') resolve();
      else reject(new Error(`process ${label} ended with ${code ?? signal}: ${errors}`));
    });
  });
}
