import { quote } from '@projecta/errors';
import { MAX_LISTED } from './candle-problems.js';
import type { Candles } from './candles.js';
import type { CsvHeader } from './csv-header.js';
import type { CsvRows } from './csv-rows.js';
import { csvDateAndTime, csvTime, timeProblem } from './csv-time.js';
import { parseDecimal } from './parse-decimal.js';

export interface LineProblem {
  readonly line: number;
  readonly column?: string;
  readonly text: string;
}

/** What the rows below a header hold. */
export interface CsvColumns {
  /** The rows that could be read. */
  readonly candles: Candles;
  /** The adj close column, where it was asked for. */
  readonly adjusted?: Float64Array;
  /** Line of each of those rows. */
  readonly lines: Uint32Array;
  /** The first time cell as written. */
  readonly firstTime: string;
  /** The first MAX_LISTED problems, in the order of the lines. */
  readonly problems: readonly LineProblem[];
  readonly problemCount: number;
}

type NumberKey = 'open' | 'high' | 'low' | 'close' | 'volume' | 'vwap' | 'adj';

interface NumberColumn {
  readonly key: NumberKey;
  /** Its name in the file. */
  readonly title: string;
  readonly index: number;
  readonly values: Float64Array;
}

/** Reads the rows below the header into columns; what cannot be read is listed, and its row left out. */
export function readCsvColumns(text: string, header: CsvHeader, adjust: boolean): CsvColumns {
  const { rows, columns, names } = header;
  const capacity = lineBreaks(text) + 1;
  const lines = new Uint32Array(capacity);
  const ts = new Float64Array(capacity);
  const numbers = numberColumns(header, adjust, capacity);
  const problems: LineProblem[] = [];
  let problemCount = 0;
  let blankLine = 0;
  let firstTime = '';
  let n = 0;

  const report = (problem: LineProblem): void => {
    problemCount++;
    if (problems.length < MAX_LISTED) problems.push(problem);
  };
  const readRow = (): boolean => {
    const time =
      columns.timeOfDay === undefined
        ? csvTime(rows.cell(columns.ts))
        : csvDateAndTime(rows.cell(columns.ts), rows.cell(columns.timeOfDay));
    let readable = time === time;
    ts[n] = time;
    if (!readable) report({ line: rows.line(), ...unreadableTime(rows, header) });
    for (const { key, title, index, values } of numbers) {
      const value = parseDecimal(text, rows.start(index), rows.end(index));
      values[n] = value;
      if (value === value && (key !== 'adj' || (value > 0 && value < Infinity))) continue;
      readable = false;
      report({ line: rows.line(), column: title, text: value === value ? adjProblem(rows.cell(index)) : numberProblem(rows.cell(index)) });
    }
    return readable;
  };

  while (rows.next()) {
    if (rows.isBlank()) {
      blankLine ||= rows.line();
      continue;
    }
    if (blankLine > 0) report({ line: blankLine, text: 'the line is blank. Only the end of a file may be.' });
    blankLine = 0;
    if (rows.fault() !== '') report({ line: rows.line(), text: `${rows.fault()}.` });
    else if (rows.width() !== names.length) report({ line: rows.line(), text: widthProblem(rows, names.length) });
    else if (readRow()) {
      if (n === 0) firstTime = rows.cell(columns.ts);
      lines[n++] = rows.line();
    }
  }
  return { ...finished(ts, numbers, n), lines: lines.subarray(0, n), firstTime, problems, problemCount };
}

function numberColumns({ columns, names }: CsvHeader, adjust: boolean, capacity: number): NumberColumn[] {
  const keys: NumberKey[] = ['open', 'high', 'low', 'close', 'volume', 'vwap', ...(adjust ? (['adj'] as const) : [])];
  return keys.flatMap((key) => {
    const index = columns[key];
    return index === undefined ? [] : [{ key, title: names[index]!, index, values: new Float64Array(capacity) }];
  });
}

function finished(ts: Float64Array, numbers: readonly NumberColumn[], n: number): { candles: Candles; adjusted?: Float64Array } {
  const column = (key: NumberKey): Float64Array | undefined => numbers.find((one) => one.key === key)?.values.subarray(0, n);
  const [volume, vwap, adjusted] = [column('volume'), column('vwap'), column('adj')];
  const prices = { open: column('open')!, high: column('high')!, low: column('low')!, close: column('close')! };
  return { candles: { ts: ts.subarray(0, n), ...prices, ...(volume && { volume }), ...(vwap && { vwap }) }, ...(adjusted && { adjusted }) };
}

function unreadableTime(rows: CsvRows, { columns, names }: CsvHeader): { column: string; text: string } {
  const cell = rows.cell(columns.ts);
  if (columns.timeOfDay === undefined) return { column: names[columns.ts]!, text: timeProblem(cell) };
  const time = rows.cell(columns.timeOfDay);
  if (csvDateAndTime(cell, '00:00') === csvDateAndTime(cell, '00:00')) {
    return { column: names[columns.timeOfDay]!, text: `${quote(time)} is not a time of day such as 09:30 or 09:30:00.` };
  }
  return { column: names[columns.ts]!, text: `${quote(cell)} is not a date such as 2024-01-31 (a separate column holds the time).` };
}

function numberProblem(cell: string): string {
  if (cell === '') return 'the cell is empty.';
  const separators = /^[+-]?[\d.,' \u00a0_]+$/.test(cell) ? ' Write 1234.5: a decimal point, no thousands separator.' : '';
  return `${quote(cell)} is not a number.${separators}`;
}

function adjProblem(cell: string): string {
  return `${quote(cell)} is not a finite price above 0.`;
}

function widthProblem(rows: CsvRows, width: number): string {
  return `the row has ${rows.width()} cell${rows.width() === 1 ? '' : 's'}, the header ${width}. It begins with ${quote(rows.cell(0))}.`;
}

/** An upper bound of the rows. */
function lineBreaks(text: string): number {
  let breaks = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 10 || code === 13) breaks++;
  }
  return breaks;
}
