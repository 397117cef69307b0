import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

/** A server in a process of its own. */
export interface ServingProcess {
  /** Resolves with the next line on stdout that matches, from all that was printed. Rejects when the process ends before, or after 60 s. */
  line(pattern: RegExp): Promise<string>;
  /** Sends a signal; answers the exit code. */
  end(signal: NodeJS.Signals): Promise<number | null>;
  stderr(): string;
}

/** Starts a Node program with these words; its environment is this one's without any PROJECTA_ names, and `env`. */
export function startServing(words: readonly string[], { cwd, env = {} }: { cwd: string; env?: Record<string, string> }): ServingProcess {
  const inherited = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('PROJECTA_')));
  const child: ChildProcess = spawn(process.execPath, words, { cwd, env: { ...inherited, ...env } });
  const over = once(child, 'close') as Promise<[number | null]>;
  let [stdout, stderr] = ['', ''];
  child.stdout!.on('data', (piece: Buffer) => (stdout += piece.toString()));
  child.stderr!.on('data', (piece: Buffer) => (stderr += piece.toString()));
  return {
    async line(pattern) {
      for (let looks = 0; looks < 1200; looks++) {
        const found = pattern.exec(stdout);
        if (found) {
          stdout = stdout.slice(found.index + found[0].length);
          return found[0];
        }
        if (child.exitCode !== null) break;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      throw new Error(`${String(pattern)} was not printed, but ${JSON.stringify(stdout)} and ${JSON.stringify(stderr)}.`);
    },
    async end(signal) {
      child.kill(signal);
      return (await over)[0];
    },
    stderr: () => stderr,
  };
}
