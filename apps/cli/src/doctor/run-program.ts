import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { dirname } from 'node:path';
import type { Readable } from 'node:stream';

/** A program to ask, and how long it may take. */
export interface Question {
  readonly program: string;
  readonly words: readonly string[];
  readonly timeoutMs: number;
}

/** How it ended. What it wrote before its time was up is there too. */
export interface ProgramEnd {
  /** `absent`: there is no such program; `refused`: it may not be started. */
  readonly how: 'ended' | 'absent' | 'refused' | 'timed_out';
  /** Exit code; null where it has none. */
  readonly code: number | null;
  readonly output: Uint8Array;
  readonly errors: Uint8Array;
}

export type RunProgram = (question: Question) => Promise<ProgramEnd>;

const MOST_BYTES = 1_000_000;

/** What a program left running in the background may keep open after its own end is waited for no longer than this. */
const GRACE_MS = 500;

/**
 * Runs a program without a window, input or shell, and never longer than its time: then it is killed. Its folder is Node's own, since
 * Windows looks for programs in the folder first and this one may hold anything.
 */
export const runProgram: RunProgram = (question) =>
  new Promise((resolve) => {
    const child = started(question);
    if (child === undefined) return resolve({ how: 'refused', code: null, output: new Uint8Array(), errors: new Uint8Array() });
    const [output, errors] = [gathered(), gathered()];
    const end = (how: ProgramEnd['how'], code: number | null): void => {
      clearTimeout(timer);
      child.stdout.destroy();
      child.stderr.destroy();
      child.unref();
      resolve({ how, code, output: output.bytes(), errors: errors.bytes() });
    };
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      end('timed_out', null);
    }, question.timeoutMs);
    child.stdout.on('data', output.add);
    child.stderr.on('data', errors.add);
    child.on('error', ({ code }: NodeJS.ErrnoException) => end(code === 'ENOENT' ? 'absent' : 'refused', null));
    child.on('exit', (code) => setTimeout(() => end('ended', code), GRACE_MS).unref());
    child.on('close', (code) => end('ended', code));
  });

/** Undefined where the system refuses at once, as Windows does with a program that policy forbids. */
function started({ program, words }: Question): ChildProcessByStdio<null, Readable, Readable> | undefined {
  try {
    return spawn(program, words, { cwd: dirname(process.execPath), stdio: ['ignore', 'pipe', 'pipe'], windowsHide: true });
  } catch {
    return undefined;
  }
}

function gathered(): { readonly add: (piece: Uint8Array) => void; readonly bytes: () => Uint8Array } {
  const pieces: Uint8Array[] = [];
  let size = 0;
  return {
    add(piece) {
      if (size < MOST_BYTES) pieces.push(piece);
      size += piece.length;
    },
    bytes: () => Buffer.concat(pieces),
  };
}
