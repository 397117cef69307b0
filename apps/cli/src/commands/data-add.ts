import { nativeTimeframe, resampleCandles, type Timeframe, timeframeMs } from '@projecta/candles';
import { readCandlesFile } from '@projecta/candles/node';
import { ProjectaError, quote } from '@projecta/errors';
import { isSymbol, stageDataSet } from '@projecta/home';
import type { Context } from '../command.js';
import { EXIT, type ExitCode } from '../exit-code.js';
import { dataSetFacts } from '../print/data-set-facts.js';
import { withHome } from '../run/homes.js';

export interface DataAddOptions {
  readonly symbol: string;
  readonly timeframe?: string;
  readonly adjust?: true;
  readonly json?: true;
}

const BUILT_IN = 'TEST';
const ADJUSTED = '.adj';

/** `projecta data add`: stores a file's candles, as a version that never changes, under the symbol and timeframe that runs take them by. */
export async function dataAdd(file: string, options: DataAddOptions, { settings, terminal }: Context): Promise<ExitCode> {
  const symbol = options.adjust ? `${options.symbol}${ADJUSTED}` : options.symbol;
  if (!isSymbol(symbol)) {
    throw new ProjectaError(
      'NOT_ALLOWED',
      `--symbol ${quote(symbol)}: a symbol is 1 to 64 of A-Z a-z 0-9 . _ - / : without an empty, "." or ".." segment.`,
    );
  }
  if (symbol === BUILT_IN) throw new ProjectaError('NOT_ALLOWED', `${BUILT_IN} is the built-in synthetic data set. Use another symbol.`);
  const wanted = options.timeframe as Timeframe | undefined;
  if (wanted !== undefined) timeframeMs(wanted); // refuses what is no timeframe

  const { candles: read, notes } = await readCandlesFile(file, { adjust: options.adjust === true });
  const timeframe = wanted ?? nativeTimeframe(read);
  const candles = wanted === undefined ? read : resampleCandles(read, wanted);
  const { dataSet, created } = await withHome(settings, async ({ folder, owner, dataSets }) =>
    dataSets.put(await stageDataSet(candles, { symbol, timeframe, notes }, { home: folder, owner })),
  );

  for (const note of notes) terminal.note(`${terminal.noteColor.yellow('note')}  ${note}`);
  if (options.json) terminal.print(JSON.stringify({ ...dataSet, created }));
  else {
    terminal.print(`${terminal.color.green(created ? 'stored' : 'stored already')}  ${symbol} ${timeframe}`);
    terminal.print(dataSetFacts(dataSet, terminal));
  }
  return EXIT.done;
}
