import { Option } from 'commander';
import { collect, wholeNumber } from '../option-values.js';
import { dataOption, type Declaration, jsonOption, pluginOption, presetOption, setOption } from './declaration.js';

const EXAMPLES = `
A path names a parameter of the strategy (fast), or any part of the config from its top (risk.params.fraction, execution.fee_bps).

  projecta sweep config.json --grid fast=5:50:5 --grid slow=20:200:10 --objective sharpe
  projecta sweep config.json --grid fast=5,10,20 --grid long_only=true,false --overfitting
  projecta sweep config.json --random fast=5:50 --random execution.fee_bps=0.1:10,log --trials 200
  projecta sweep sweep.json          where sweep.json is {"base": {…}, "grid": {"fast": "5:50:5"}}`;

/** Searches over the parameters of a config. */
export function declareSweep({ program, as }: Declaration): void {
  program
    .command('sweep')
    .description('run a config with many values of its parameters')
    .argument('[config]', 'a RunConfig, or a sweep {base, grid | random, objective, overfitting}, in JSON, or - for stdin')
    .addOption(presetOption())
    .addOption(new Option('--grid <path=values>', 'values to try: from:to:step (to included) or a,b,c; may be repeated').argParser(collect))
    .addOption(
      new Option(
        '--random <path=range>',
        'draw from min:max or min:max:step, with ,log by ratio, or from a,b,c; may be repeated',
      ).argParser(collect),
    )
    .addOption(new Option('--trials <n>', 'how many combinations --random draws').argParser(wholeNumber(1, 999_999_999)))
    .option('--objective <metric>', 'the metric that the best is chosen by (default: sharpe)')
    .option('--overfitting', 'judge whether the best is more than the best of many tries')
    .addOption(dataOption())
    .addOption(setOption())
    .option('--out <dir>', 'put the artifacts there (an empty or new folder) instead of PROJECTA_HOME')
    .addOption(pluginOption())
    .addOption(jsonOption('print summary.json and nothing else'))
    .addHelpText('after', EXAMPLES)
    .action((config, options) => as(async (context) => (await import('../commands/sweep.js')).sweep(config, options, context)));
}
