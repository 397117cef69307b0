import { ProjectaError } from '@projecta/errors';
import { csvRows, type CsvRows } from './csv-rows.js';
import { matchColumns, recognised, type ColumnMatch } from './match-columns.js';

const DELIMITERS = [',', ';', '\t'] as const;

export interface CsvHeader {
  /** The rows, standing on the header. */
  readonly rows: CsvRows;
  readonly columns: ColumnMatch;
  readonly names: readonly string[];
}

/** Finds the delimiter (comma, semicolon or tab: the one under which most names of the header are candle columns) and the columns. */
export function readCsvHeader(text: string, source: string): CsvHeader {
  const from = text.startsWith('\uFEFF') ? 1 : 0;
  const readings = DELIMITERS.map((delimiter) => headerOf(csvRows(text, delimiter, from)));
  const best = readings.reduce((a, b) => (score(b.names) > score(a.names) ? b : a));
  if (best.names.length === 0) {
    const message = `${source}: the file is empty. A header line and at least one row are needed.`;
    throw new ProjectaError('DATA_INVALID', message, [{ path: '', code: 'DATA_INVALID', message }]);
  }
  return { ...best, columns: matchColumns(best.names, `${source}: line ${best.rows.line()}`) };
}

function headerOf(rows: CsvRows): { rows: CsvRows; names: string[] } {
  while (rows.next()) {
    if (!rows.isBlank()) return { rows, names: Array.from({ length: rows.width() }, (_, i) => rows.cell(i)) };
  }
  return { rows, names: [] };
}

/** Names that are known count first, then the number of cells. */
function score(names: readonly string[]): number {
  return recognised(names) * 1e6 + names.length;
}
