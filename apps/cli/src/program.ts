import type { Settings } from '@projecta/home';
import { Command, CommanderError } from 'commander';
import { declareBench } from './declared/declare-bench.js';
import { declareData } from './declared/declare-data.js';
import { declarePresets } from './declared/declare-presets.js';
import { declareRuns } from './declared/declare-runs.js';
import { declareService } from './declared/declare-service.js';
import { declareSweep } from './declared/declare-sweep.js';
import { EXIT, type ExitCode } from './exit-code.js';
import { failureJson, failureOf, formatFailure } from './failure.js';
import { isInterruption } from './interrupts.js';
import type { Terminal } from './terminal.js';

/** What the program stands on; tests put their own in its place. */
export interface Surroundings {
  /** Version of the program. */
  readonly version: string;
  /** Throws for settings that are wrong; so it is asked only when a command runs. */
  readonly settings: () => Settings;
  readonly terminal: Terminal;
  /** Whether errors are shown with their stack. */
  readonly isDebug: boolean;
}

/** Runs a command line and answers its exit code; errors are shown on stderr, under `--json` as problem JSON. */
export async function runProgram(words: readonly string[], surroundings: Surroundings): Promise<ExitCode> {
  const { note, noteColor } = surroundings.terminal;
  const wantsJson = words.includes('--json');
  let exit: ExitCode = EXIT.done;
  const program = declare({ surroundings, wantsJson, finish: (code) => void (exit = code) });
  try {
    await program.parseAsync(words, { from: 'user' });
    return exit;
  } catch (error) {
    if (isInterruption(error)) return EXIT.interrupted;
    if (error instanceof CommanderError) return usage(error, wantsJson ? note : undefined);
    const failure = failureOf(error);
    note(wantsJson ? failureJson(failure) : formatFailure(failure, noteColor));
    if (surroundings.isDebug && error instanceof Error) note(error.stack ?? '');
    return failure.exitCode;
  }
}

/** commander has shown its message already, except under `--json`. */
function usage({ exitCode, message }: CommanderError, note: ((line: string) => void) | undefined): ExitCode {
  if (exitCode === 0) return EXIT.done;
  note?.(failureJson({ exitCode: EXIT.badInput, code: 'NOT_ALLOWED', message: message.replace(/^error: /, ''), errors: [] }));
  return EXIT.badInput;
}

interface Declared {
  readonly surroundings: Surroundings;
  readonly wantsJson: boolean;
  readonly finish: (code: ExitCode) => void;
}

/** Every command with its words; what a command does is imported when it runs. */
function declare({ surroundings, wantsJson, finish }: Declared): Command {
  const { version, settings, terminal } = surroundings;
  const program = new Command('projecta')
    .description('Backtests you can prove: the same config and candles give the same bits, under a hash.')
    .version(version, '-V, --version')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => terminal.print(text.trimEnd()),
      writeErr: (text) => (wantsJson ? undefined : terminal.note(text.trimEnd())),
      getOutHelpWidth: () => terminal.width,
    });
  const declaration = {
    program,
    as: async (run: Parameters<Parameters<typeof declareRuns>[0]['as']>[0]) =>
      finish(await run({ settings: settings(), terminal, version })),
    asUnchecked: async (run: Parameters<Parameters<typeof declareService>[0]['asUnchecked']>[0]) =>
      finish(await run({ settings, terminal, version })),
  };
  declareRuns(declaration);
  declareSweep(declaration);
  declareData(declaration);
  declarePresets(declaration);
  declareService(declaration);
  declareBench(declaration);
  return program;
}
