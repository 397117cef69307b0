import type { Settings } from '@projecta/home';
import { Command, CommanderError, Option } from 'commander';
import type { Context } from './command.js';
import { EXIT, type ExitCode } from './exit-code.js';
import { failureJson, failureOf, formatFailure } from './failure.js';
import { isInterruption } from './interrupts.js';
import { collect, wholeNumber, words as wordList } from './option-values.js';
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

interface Declaration {
  readonly surroundings: Surroundings;
  readonly wantsJson: boolean;
  readonly finish: (code: ExitCode) => void;
}

/** Every command with its words; what a command does is imported when it runs. */
function declare({ surroundings, wantsJson, finish }: Declaration): Command {
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
  /** Runs a command's function in its context and keeps its exit code. */
  const as = async (run: (context: Context) => Promise<ExitCode>): Promise<void> => {
    finish(await run({ settings: settings(), terminal, version }));
  };
  const plugin = (): Option =>
    new Option('--plugin <file>', 'a module with your own strategy, indicator or model; may be repeated').argParser(collect);
  const data = (): Option => new Option('--data <file>', "CSV or Parquet file with the candles of the config's symbol");
  const set = (): Option =>
    new Option('--set <path=value>', 'change the config, as in strategy.params.fast=10; may be repeated').argParser(collect);
  const json = (what: string): Option => new Option('--json', what);

  program
    .command('run')
    .description('run a backtest')
    .argument('<config>', 'a RunConfig in JSON, or - for stdin')
    .addOption(data())
    .addOption(set())
    .option('--out <dir>', 'put the artifacts there (an empty or new folder) instead of PROJECTA_HOME')
    .addOption(plugin())
    .addOption(json('print summary.json and nothing else'))
    .action((config, options) => as(async (context) => (await import('./commands/run.js')).run(config, options, context)));
  program
    .command('validate')
    .description('check a config: its normal form, config_hash and bars, or all that is wrong; runs nothing')
    .argument('<config>', 'a RunConfig in JSON, or - for stdin')
    .addOption(data())
    .addOption(set())
    .addOption(plugin())
    .addOption(json('print JSON'))
    .action((config, options) => as(async (context) => (await import('./commands/validate.js')).validate(config, options, context)));
  program
    .command('export')
    .description('turn table artifacts into what a spreadsheet reads')
    .argument('<run>', 'hash, unique beginning of a hash (8 or more), or folder')
    .argument('[names...]', 'tables such as equity and trades; all when left out')
    .addOption(new Option('--format <format>', 'file format').choices(['csv', 'json', 'arrow']).default('csv'))
    .option('--to <dir>', 'folder for the files; without it one named table goes to stdout, several into the current folder')
    .action((run, names, options) =>
      as(async (context) => (await import('./commands/export.js')).exportTables(run, names, { ...options, context })),
    );
  program
    .command('verify')
    .description('recompute every hash of a run, with --replay the run itself')
    .argument('<run>', 'hash, unique beginning of a hash (8 or more), or folder')
    .option('--replay', 'run its config again on the same candles and compare every artifact')
    .addOption(data())
    .addOption(plugin())
    .addOption(json('print JSON'))
    .action((run, options) => as(async (context) => (await import('./commands/verify.js')).verify(run, options, context)));
  program
    .command('compare')
    .description('two runs: how their configs differ, and their metrics side by side')
    .argument('<a>', 'hash, unique beginning of a hash, or folder')
    .argument('<b>', 'hash, unique beginning of a hash, or folder')
    .addOption(json('print JSON'))
    .action((a, b, options) => as(async (context) => (await import('./commands/compare.js')).compare([a, b], options, context)));
  program
    .command('report')
    .description("print the path of a run's report.html")
    .argument('<run>', 'hash, unique beginning of a hash (8 or more), or folder')
    .action((run) => as(async (context) => (await import('./commands/report.js')).report(run, context)));
  program
    .command('catalog')
    .description('all plug-ins, or one with its parameters')
    .argument('[name]', 'name of a plug-in')
    .addOption(plugin())
    .addOption(json('print JSON, parameters as JSON Schema'))
    .action((name, options) => as(async (context) => (await import('./commands/catalog.js')).catalog(name, options, context)));
  declareData(program, { as, json });
  declareBench(program, as);
  return program;
}

type As = (run: (context: Context) => Promise<ExitCode>) => Promise<void>;

function declareData(program: Command, { as, json }: { readonly as: As; readonly json: (what: string) => Option }): void {
  const data = program.command('data').description('candles that runs can take');
  data
    .command('add')
    .description('store the candles of a file as a data set')
    .argument('<file>', 'CSV (also gzipped) or Parquet')
    .requiredOption('--symbol <symbol>', 'the symbol that configs name it by')
    .option('--timeframe <timeframe>', "make bars of this timeframe; default the file's own")
    .option('--adjust', 'adjust prices by adj close, stored as SYMBOL.adj')
    .addOption(json('print JSON'))
    .action((file, options) => as(async (context) => (await import('./commands/data-add.js')).dataAdd(file, options, context)));
  data
    .command('list')
    .description('the data sets there are')
    .addOption(json('print JSON'))
    .action((options) => as(async (context) => (await import('./commands/data-list.js')).dataList(options, context)));
  data
    .command('profile')
    .description('look at candles: span, bars, gaps, prices, or every row that is wrong')
    .argument('<file|symbol>', 'a candle file, or the symbol of a data set')
    .addOption(json('print JSON'))
    .action((what, options) => as(async (context) => (await import('./commands/data-profile.js')).dataProfile(what, options, context)));
}

function declareBench(program: Command, as: As): void {
  const bench = program.command('bench').description('measure speed here; prints JSON');
  bench
    .command('run')
    .description('whole runs of a small config on built-in candles')
    .addOption(new Option('--iterations <n>', 'measured runs').default(5).argParser(wholeNumber(1, 100_000)))
    .addOption(new Option('--warmup <n>', 'runs before measuring').default(1).argParser(wholeNumber(0, 100_000)))
    .action((options) => as(async (context) => (await import('./commands/bench-run.js')).benchRun(options, context)));
  bench
    .command('models')
    .description('risk and slippage models over a day of minute bars')
    .addOption(new Option('--iterations <n>', 'measured passes a model').default(300).argParser(wholeNumber(1, 1_000_000)))
    .addOption(new Option('--risk-models <names>', 'risk models, by commas; default all').argParser(wordList))
    .addOption(new Option('--slippage <names>', 'slippage models, by commas; default all').argParser(wordList))
    .action((options) => as(async (context) => (await import('./commands/bench-models.js')).benchModels(options, context)));
}
