import { dataDirFiles, type DataSet, dataSetOf, type Home, readDataDirFile, type StoredDataSet } from '@projecta/home';
import type { Context } from '../command.js';
import { EXIT, type ExitCode } from '../exit-code.js';
import { formatNumber } from '../print/format-number.js';
import { plainTable } from '../print/plain-table.js';
import { instant } from '../print/run-table.js';
import { withHomeIfThere } from '../run/homes.js';
import { allPages } from '../run/all-pages.js';

/** A data set with the place it lies in. */
interface Listed extends DataSet {
  readonly place: 'home' | 'data folder';
}

interface Unreadable {
  readonly symbol: string;
  readonly place: 'data folder';
  readonly problem: string;
}

/** `projecta data list`: what can be backtested. A file of the data folder that cannot be read is listed with the reason. */
export async function dataList(options: { readonly json?: true }, { settings, terminal }: Context): Promise<ExitCode> {
  const stored = (await withHomeIfThere(settings, storedIn)).map((one): Listed => ({ ...one, place: 'home' }));
  const files = settings.dataDir === null ? [] : await dataDirFiles(settings.dataDir);
  const listed: (Listed | Unreadable)[] = [...stored];
  for (const file of files) {
    try {
      const { symbol, timeframe, candles } = await readDataDirFile(file);
      listed.push({ ...dataSetOf(symbol, timeframe, candles), place: 'data folder' });
    } catch (error) {
      listed.push({ symbol: file.symbol, place: 'data folder', problem: error instanceof Error ? error.message : String(error) });
    }
  }
  if (options.json) terminal.print(JSON.stringify({ items: listed }));
  else {
    if (listed.length > 0) terminal.print(`${table(listed, terminal.color.dim)}\n`);
    terminal.print('The built-in symbol TEST is there for every timeframe and span.');
    if (listed.length === 0) terminal.print('Add your own by projecta data add FILE --symbol SYMBOL.');
  }
  return EXIT.done;
}

async function storedIn(home: Home | null): Promise<StoredDataSet[]> {
  return home ? allPages((page) => home.dataSets.list(page)) : [];
}

function table(listed: readonly (Listed | Unreadable)[], dim: (text: string) => string): string {
  const rows = listed.map((one) =>
    'problem' in one
      ? [one.symbol, '', '', '', '', '', '', one.problem]
      : [
          one.symbol,
          one.timeframe,
          formatNumber(one.bars, 0),
          instant(one.first),
          instant(one.last),
          formatNumber(one.gaps, 0),
          one.data_hash.slice(0, 12),
          one.place,
        ],
  );
  const head = ['symbol', 'bars of', 'bars', 'first', 'last', 'gaps', 'data_hash', 'where'].map(dim);
  return plainTable({ head, rows, right: [2, 5] });
}
