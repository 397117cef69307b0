import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { decodeOutput, firstLine, jsonObject } from './decode-output.js';
import { formatBytes, writeProblem } from './disk.js';
import { failed, type Finding, noted, passed } from './finding.js';
import type { InspectionStep } from './inspect-database.js';
import type { ProgramEnd, RunProgram } from './run-program.js';

const TIMEOUT_MS = 60_000;

const RESTORE = 'Stop everything that uses it and restore it from a backup, or move it away to begin with an empty one.';

/** Whether the database opens, can be written and is sound; one that is not there is made by the first command that needs it. */
export async function database(file: string, run: RunProgram): Promise<Finding> {
  const size = await stat(file).then(
    (found) => found.size,
    () => undefined,
  );
  if (size === undefined) return (await writeProblem(dirname(file))) ?? passed(`none yet: the first run makes ${file}`);
  const program = fileURLToPath(new URL('./database-process.js', import.meta.url));
  return databaseFinding(await run({ program: process.execPath, words: [program, file], timeoutMs: TIMEOUT_MS }), { file, size });
}

/** What an inspection's lines say; `size` in bytes. */
export function databaseFinding({ how, output, errors }: ProgramEnd, about: { readonly file: string; readonly size: number }): Finding {
  const steps = decodeOutput(output)
    .split('\n')
    .flatMap((line) => (jsonObject(line) as InspectionStep | undefined) ?? []);
  const last = steps.at(-1);
  const file = `${about.file} (${formatBytes(about.size)})`;
  if (last?.step === 'failed') return failed(...sentences(last.message));
  if (last?.step === 'checked') return soundness(last.problems, file);
  if (how !== 'timed_out') return failed(`${file}: ${firstLine(decodeOutput(errors)) || 'its inspection ended early'}`, RESTORE);
  if (last?.step === 'written') return noted(`${file} can be written; reading all of it takes too long here`, 'Nothing needs to be done.');
  return failed(`${file} does not answer within ${TIMEOUT_MS / 1000} s`, 'Look for a process that holds it, or a disk that hangs.');
}

function soundness(problems: readonly string[], file: string): Finding {
  const [first] = problems;
  if (first === undefined) return passed(`${file} is sound and can be written`);
  const others = problems.length > 1 ? `, and ${problems.length - 1} more` : '';
  return failed(`${file} is damaged: ${first}${others}`, RESTORE);
}

/** What is wrong, and what to do, as the store's messages are made. */
function sentences(message: string): [string, string] {
  const end = message.indexOf('. ');
  return end < 0 ? [message, RESTORE] : [message.slice(0, end), message.slice(end + 2)];
}
