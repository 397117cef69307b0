import { type Declaration, jsonOption } from './declaration.js';

/** Candle files and data sets. */
export function declareData({ program, as }: Declaration): void {
  const data = program.command('data').description('candles that runs can take');
  data
    .command('add')
    .description('store the candles of a file as a data set')
    .argument('<file>', 'CSV (also gzipped) or Parquet')
    .requiredOption('--symbol <symbol>', 'the symbol that configs name it by')
    .option('--timeframe <timeframe>', "make bars of this timeframe; default the file's own")
    .option('--adjust', 'adjust prices by adj close, stored as SYMBOL.adj')
    .addOption(jsonOption())
    .action((file, options) => as(async (context) => (await import('../commands/data-add.js')).dataAdd(file, options, context)));
  data
    .command('list')
    .description('the data sets there are')
    .addOption(jsonOption())
    .action((options) => as(async (context) => (await import('../commands/data-list.js')).dataList(options, context)));
  data
    .command('profile')
    .description('look at candles: span, bars, gaps, prices, or every row that is wrong')
    .argument('<file|symbol>', 'a candle file, or the symbol of a data set')
    .addOption(jsonOption())
    .action((what, options) => as(async (context) => (await import('../commands/data-profile.js')).dataProfile(what, options, context)));
}
