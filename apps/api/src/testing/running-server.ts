import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The compiled service in a process of its own. */
export interface RunningServer {
  /** Without a slash at its end. */
  readonly url: string;
  /** Its PROJECTA_HOME. */
  readonly home: string;
  readonly pid: number;
  /** Fetches a path such as `/runs?limit=1`. */
  fetch(path: string, init?: RequestInit): Promise<Response>;
  /** Posts a value as JSON. */
  post(path: string, body: unknown, headers?: Readonly<Record<string, string>>): Promise<Response>;
  /** What it has printed on stderr. */
  log(): string;
  /** Stops it by SIGTERM and answers its exit code; a home of its own is removed. */
  stop(): Promise<number | null>;
  /** Ends it by SIGKILL; the home stays as it is. */
  kill(): Promise<void>;
}

export interface ServerOptions {
  /** Settings beside home, port and log level. */
  readonly env?: Readonly<Record<string, string>>;
  /** An own temporary one when left out. */
  readonly home?: string;
  /** A module to run in its place, which prints the same line when it is ready. */
  readonly program?: string;
  /** What a shell does before it becomes the server, ending in `exec`: for bounds on the process. */
  readonly shell?: string;
}

const PROGRAM = fileURLToPath(new URL('../../dist/main.js', import.meta.url));
const READY = /ready at (http:\S+)/;

/** Starts the compiled service on a free port and waits until it is ready. Throws with what it printed where it ends instead. */
export async function startServer({ env = {}, home, program = PROGRAM, shell }: ServerOptions = {}): Promise<RunningServer> {
  const folder = home ?? mkdtempSync(join(tmpdir(), 'projecta-api-'));
  const inherited = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(PROJECTA_|NODE_OPTIONS$)/.test(name)));
  const settings = { PROJECTA_HOME: folder, PROJECTA_PORT: '0', PROJECTA_LOG_LEVEL: 'warn' };
  const [command, words] =
    shell === undefined ? [process.execPath, [program]] : ['sh', ['-c', `${shell} '${process.execPath}' '${program}'`]];
  const child = spawn(command, words, { env: { ...inherited, ...settings, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  let log = '';
  child.stderr.on('data', (piece: Buffer) => (log = `${log}${piece.toString()}`.slice(-100_000)));
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const url = await Promise.race([readyUrl(child), ended.then((code) => Promise.reject(new Error(`The server ended (${code}): ${log}`)))]);
  const fetchPath = (path: string, init?: RequestInit): Promise<Response> => fetch(`${url}${path}`, init);
  return {
    ...{ url, home: folder, pid: child.pid!, fetch: fetchPath, log: () => log },
    post: (path, body, headers = {}) =>
      fetchPath(path, { method: 'POST', headers: { 'Content-Type': 'application/json', ...headers }, body: JSON.stringify(body) }),
    async stop() {
      child.kill('SIGTERM');
      const code = await ended;
      if (home === undefined) rmSync(folder, { recursive: true, force: true });
      return code;
    },
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

function readyUrl({ stdout }: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    let text = '';
    stdout!.on('data', (piece: Buffer) => {
      text += piece.toString();
      const found = READY.exec(text);
      if (found) resolve(found[1]!);
    });
  });
}
