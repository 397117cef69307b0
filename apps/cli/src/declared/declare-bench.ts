import { Option } from 'commander';
import { wholeNumber, words } from '../option-values.js';
import type { Declaration } from './declaration.js';

/** Speed on this machine. */
export function declareBench({ program, as }: Declaration): void {
  const bench = program.command('bench').description('measure speed here; prints JSON');
  bench
    .command('run')
    .description('whole runs of a small config on built-in candles')
    .addOption(new Option('--iterations <n>', 'measured runs').default(5).argParser(wholeNumber(1, 100_000)))
    .addOption(new Option('--warmup <n>', 'runs before measuring').default(1).argParser(wholeNumber(0, 100_000)))
    .action((options) => as(async (context) => (await import('../commands/bench-run.js')).benchRun(options, context)));
  bench
    .command('models')
    .description('risk and slippage models over a day of minute bars')
    .addOption(new Option('--iterations <n>', 'measured passes a model').default(300).argParser(wholeNumber(1, 1_000_000)))
    .addOption(new Option('--risk-models <names>', 'risk models, by commas; default all').argParser(words))
    .addOption(new Option('--slippage <names>', 'slippage models, by commas; default all').argParser(words))
    .action((options) => as(async (context) => (await import('../commands/bench-models.js')).benchModels(options, context)));
}
