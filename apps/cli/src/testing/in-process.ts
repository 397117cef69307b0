import { settingsOf } from '@projecta/home';
import pc from 'picocolors';
import { runProgram } from '../program.js';
import type { Ended } from './projecta.js';

/** Runs a command line in this process, against settings of its own; for what needs no thread and no real streams. */
export async function inProcess(words: readonly string[], environment: Readonly<Record<string, string>>, width = 80): Promise<Ended> {
  let [stdout, stderr] = ['', ''];
  const color = pc.createColors(false);
  const terminal = {
    print: (line: string) => void (stdout += `${line}\n`),
    note: (line: string) => void (stderr += `${line}\n`),
    color,
    noteColor: color,
    width,
    isWatched: false,
  };
  const code = await runProgram(words, { version: '0.0.0', settings: () => settingsOf(environment), terminal, isDebug: false });
  return { code, stdout, stderr };
}
