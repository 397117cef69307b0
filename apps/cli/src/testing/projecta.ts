import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** How a spawned command line ended. */
export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface SpawnOptions {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Text for stdin. */
  readonly input?: string;
  /** Called at once with a way to send the process a signal. */
  readonly meanwhile?: (kill: (signal: NodeJS.Signals) => void) => unknown;
}

const PROGRAM = fileURLToPath(new URL('../../bin/projecta.js', import.meta.url));

/** Runs the built program in a folder, with its state below that folder; no terminal is attached. */
export function projecta(words: readonly string[], { cwd, env = {}, input = '', meanwhile }: SpawnOptions): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const inherited = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(PROJECTA_|NO_COLOR$|FORCE_COLOR$)/.test(name)));
    const child = spawn(process.execPath, [PROGRAM, ...words], { cwd, env: { ...inherited, ...env } });
    let [stdout, stderr] = ['', ''];
    child.stdout.on('data', (piece: Buffer) => (stdout += piece.toString()));
    child.stderr.on('data', (piece: Buffer) => (stderr += piece.toString()));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, stdout, stderr }));
    child.stdin.on('error', () => undefined); // a program that does not read it
    child.stdin.end(input);
    const kill = (signal: NodeJS.Signals): void => void child.kill(signal);
    Promise.resolve(meanwhile?.(kill)).catch((error: unknown) => {
      kill('SIGKILL');
      reject(error);
    });
  });
}
