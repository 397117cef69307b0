import { readFileSync } from 'node:fs';
import type { ProgramEnd } from '../doctor/run-program.js';

export interface RecordedOptions {
  readonly how?: ProgramEnd['how'];
  readonly code?: number | null;
  /** Recording of what it wrote to stderr. */
  readonly errors?: string;
}

/** The bytes of a recording of `vectors/doctor`, as in `wsl/en-none`. */
export function recording(name: string): Uint8Array {
  return readFileSync(new URL(`../../vectors/doctor/${name}.txt`, import.meta.url));
}

/** A program that ended having written a recording; null: nothing. */
export function recordedEnd(name: string | null, { how = 'ended', code = 0, errors }: RecordedOptions = {}): ProgramEnd {
  return {
    ...{ how, code },
    output: name === null ? new Uint8Array() : recording(name),
    errors: errors === undefined ? new Uint8Array() : recording(errors),
  };
}
