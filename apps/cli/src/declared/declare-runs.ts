import { Option } from 'commander';
import {
  dataOption,
  type Declaration,
  jsonOption,
  pluginOption,
  presetOption,
  RUN_NAME,
  RUN_OR_SWEEP_NAME,
  setOption,
} from './declaration.js';

/** Runs, and what one does with those that are kept. */
export function declareRuns({ program, as }: Declaration): void {
  program
    .command('run')
    .description('run a backtest')
    .argument('[config]', 'a RunConfig in JSON, or - for stdin')
    .addOption(presetOption())
    .addOption(dataOption())
    .addOption(setOption())
    .option('--out <dir>', 'put the artifacts there (an empty or new folder) instead of PROJECTA_HOME')
    .addOption(pluginOption())
    .addOption(jsonOption('print summary.json and nothing else'))
    .action((config, options) => as(async (context) => (await import('../commands/run.js')).run(config, options, context)));
  program
    .command('validate')
    .description('check a config: its normal form, config_hash and bars, or all that is wrong; runs nothing')
    .argument('[config]', 'a RunConfig in JSON, or - for stdin')
    .addOption(presetOption())
    .addOption(dataOption())
    .addOption(setOption())
    .addOption(pluginOption())
    .addOption(jsonOption())
    .action((config, options) => as(async (context) => (await import('../commands/validate.js')).validate(config, options, context)));
  program
    .command('export')
    .description('turn table artifacts into what a spreadsheet reads')
    .argument('<run>', RUN_OR_SWEEP_NAME)
    .argument('[names...]', 'tables such as equity and trades; all when left out')
    .addOption(new Option('--format <format>', 'file format').choices(['csv', 'json', 'arrow']).default('csv'))
    .option('--to <dir>', 'folder for the files; without it one named table goes to stdout, several into the current folder')
    .action((run, names, options) =>
      as(async (context) => (await import('../commands/export.js')).exportTables(run, names, { ...options, context })),
    );
  program
    .command('verify')
    .description('recompute every hash of a run or a sweep, with --replay the run or the sweep itself')
    .argument('<run>', RUN_OR_SWEEP_NAME)
    .option('--replay', 'run its config again on the same candles and compare every artifact')
    .addOption(dataOption())
    .addOption(pluginOption())
    .addOption(jsonOption())
    .action((run, options) => as(async (context) => (await import('../commands/verify.js')).verify(run, options, context)));
  program
    .command('compare')
    .description('two runs: how their configs differ, and their metrics side by side')
    .argument('<a>', RUN_NAME)
    .argument('<b>', RUN_NAME)
    .addOption(jsonOption())
    .action((a, b, options) => as(async (context) => (await import('../commands/compare.js')).compare([a, b], options, context)));
  program
    .command('report')
    .description("print the path of a run's or a sweep's report.html")
    .argument('<run>', RUN_OR_SWEEP_NAME)
    .action((run) => as(async (context) => (await import('../commands/report.js')).report(run, context)));
  program
    .command('catalog')
    .description('all plug-ins, or one with its parameters')
    .argument('[name]', 'name of a plug-in')
    .addOption(pluginOption())
    .addOption(jsonOption('print JSON, parameters as JSON Schema'))
    .action((name, options) => as(async (context) => (await import('../commands/catalog.js')).catalog(name, options, context)));
}
