import { readFile } from 'node:fs/promises';
import { arch, release } from 'node:os';
import { type KvmState, kvmState } from './kvm.js';
import { type RunProgram, runProgram } from './run-program.js';

/** The machine as the checks see it; a test puts another in its place. */
export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly arch: string;
  /** Release of the system's kernel. */
  readonly release: string;
  /** As in process.version. */
  readonly nodeVersion: string;
  readonly run: RunProgram;
  /** Text of /proc/cpuinfo; empty where there is none. */
  cpuinfo(): Promise<string>;
  kvm(): Promise<KvmState>;
}

/** The machine that this process runs on. */
export function thisMachine(): Machine {
  return {
    platform: process.platform,
    arch: arch(),
    release: release(),
    nodeVersion: process.version,
    run: runProgram,
    cpuinfo: () => readFile('/proc/cpuinfo', 'utf8').catch(() => ''),
    kvm: () => kvmState('/dev/kvm'),
  };
}
