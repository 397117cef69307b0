import { quote, type Problem } from '@projecta/errors';
import { ADJUSTED_NOTE, adjustCandles } from './adjust-candles.js';
import { candleProblems, MAX_LISTED } from './candle-problems.js';
import type { Candles } from './candles.js';
import { dataInvalid } from './check-candles.js';
import { readCsvColumns, type CsvColumns } from './csv-columns.js';
import { readCsvHeader, type CsvHeader } from './csv-header.js';

export interface CsvOptions {
  /** Begins every message, such as the file's name. */
  readonly source?: string;
  /** Multiply prices by adj close / close and divide volume by it. */
  readonly adjust?: boolean;
}

/**
 * Candles of a delimited text, with notes on what was left out or changed.
 * A header row names the columns in any case and by the common synonyms; comma, semicolon or tab; quoted cells, BOM, CRLF; times ISO (UTC where no zone is
 * written) or epochs by size. Throws DATA_INVALID with up to 20 problems (all counted), each with line, column and text.
 */
export function parseCandlesCsv(text: string, { source = 'CSV', adjust = false }: CsvOptions = {}): { candles: Candles; notes: string[] } {
  const header = readCsvHeader(text, source);
  if (adjust && header.columns.adj === undefined) throw noAdjustment(header, source);
  const table = readCsvColumns(text, header, adjust);
  refuseProblems(table, header, source);
  const notes = notesOn(header, table, adjust);
  if (!table.adjusted) return { candles: table.candles, notes };
  return { candles: adjustCandles(table.candles, table.adjusted, source), notes: [...notes, ADJUSTED_NOTE] };
}

/** Throws all that is wrong with cells, rows and candles, in the order of the lines. */
function refuseProblems(table: CsvColumns, { names, columns }: CsvHeader, source: string): void {
  const { ts } = table.candles;
  const { listed, total } = candleProblems(table.candles);
  const hint = ts.length > 1 && ts[0]! > ts[ts.length - 1]! ? ' The rows run newest first: sort them by time.' : '';
  const found = listed.map(({ t, column, text }) => ({
    line: table.lines[t]!,
    column: names[columns[column]!]!,
    text: column === 'ts' ? text + hint : text,
  }));
  const all = [...table.problems, ...found].sort((a, b) => a.line - b.line);
  const count = table.problemCount + total;
  if (count > 0)
    throw dataInvalid(
      all.slice(0, MAX_LISTED).map((one) => csvProblem(source, one)),
      count,
    );
  if (ts.length === 0) throw dataInvalid([csvProblem(source, { line: 1, text: 'there is no row below the header.' })], 1);
}

function csvProblem(source: string, { line, column, text }: { line: number; column?: string; text: string }): Problem {
  const place = column === undefined ? `line ${line}` : `line ${line}, column ${column}`;
  return {
    path: `/lines/${line}${column === undefined ? '' : `/${column}`}`,
    code: 'DATA_INVALID',
    message: `${source}: ${place}: ${text}`,
  };
}

function notesOn({ columns, names }: CsvHeader, { firstTime }: CsvColumns, adjust: boolean): string[] {
  const notes: string[] = [];
  if (columns.ignored.length > 0) notes.push(`Columns not used: ${columns.ignored.map(quote).join(', ')}.`);
  if (columns.adj !== undefined && !adjust)
    notes.push(`Column ${quote(names[columns.adj]!)} not used: prices are as traded, not adjusted.`);
  if (/^(19|20)\d\d(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])$/.test(firstTime)) {
    notes.push(
      `Times such as ${quote(firstTime)} were read as epoch seconds, in 1970. If they are dates, write them as ${isoDate(firstTime)}.`,
    );
  }
  return notes;
}

function isoDate(compact: string): string {
  return `${compact.slice(0, 4)}-${compact.slice(4, 6)}-${compact.slice(6)}`;
}

function noAdjustment({ names, rows }: CsvHeader, source: string): Error {
  const text = `there is no adj close column to adjust by. The header has ${names.slice(0, 30).map(quote).join(', ')}.`;
  return dataInvalid([csvProblem(source, { line: rows.line(), text })], 1);
}
