import {
  ADJUSTED_NOTE,
  adjustCandles,
  checkCandles,
  dataInvalid,
  matchColumns,
  type Candles,
  type ColumnMatch,
  type CsvOptions,
} from '@projecta/candles';
import { quote, type Problem, ProjectaError } from '@projecta/errors';
import { parquetMetadata, parquetRead, parquetSchema, type FileMetaData } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import { EXACT_TIMES, fillNumbers, fillTimes, type Stretch } from './fill-columns.js';

const NUMBERS = ['open', 'high', 'low', 'close', 'volume', 'vwap', 'adj'] as const;
const MAX_LISTED = 20;

/** What a file may unpack to; each is without a limit where it is left out. */
export interface ParquetLimits {
  readonly maxRows?: number;
  /** Of all columns, as the file's own description says. */
  readonly maxBytes?: number;
}

interface Table {
  readonly columns: Readonly<Record<string, Float64Array>>;
  readonly problems: readonly Problem[];
  readonly problemCount: number;
}

/**
 * Candles of a Parquet file's bytes, with notes: columns by the same names as in CSV; ts as a date, a timestamp, an integer epoch (s, ms, µs or ns, by size)
 * or a text. Throws DATA_INVALID with up to 20 problems, each with row (the first is 1), column and value; LIMIT_EXCEEDED, PAYLOAD_TOO_LARGE.
 */
export async function parseCandlesParquet(
  bytes: Uint8Array,
  { source = 'Parquet', adjust = false, ...limits }: CsvOptions & ParquetLimits = {},
): Promise<{ candles: Candles; notes: string[] }> {
  const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
  const metadata = await readable(source, () => parquetMetadata(file));
  checkSize(metadata, source, limits);
  const names = parquetSchema(metadata).children.map((child) => child.element.name);
  const match = matchColumns(names, source);
  if (match.timeOfDay !== undefined) throw invalid(source, 'date and time are two columns; store them as one timestamp.');
  if (adjust && match.adj === undefined)
    throw invalid(source, `there is no adj close column to adjust by. The columns are ${names.map(quote).join(', ')}.`);
  const table = await readable(source, () => readTable(file, metadata, { names, match, source, adjust }));
  if (table.problemCount > 0) throw dataInvalid(table.problems, table.problemCount);
  const candles = candlesOf(table.columns);
  checkCandles(candles, source);
  const notes = notesOn(names, match, adjust);
  if (!adjust) return { candles, notes };
  return {
    candles: adjustCandles(candles, checkedAdj(table.columns.adj!, names[match.adj!]!, source), source),
    notes: [...notes, ADJUSTED_NOTE],
  };
}

/** Before memory is taken for it. What a file leaves out counts as too much, for it cannot be known. */
function checkSize(
  { num_rows, row_groups }: FileMetaData,
  source: string,
  { maxRows = Infinity, maxBytes = Infinity }: ParquetLimits,
): void {
  const columns = row_groups.flatMap((group) => group.columns.flatMap(({ meta_data }) => meta_data ?? []));
  const rows = [Number(num_rows), ...columns.map(({ num_values }) => Number(num_values))].find((count) => !(count <= maxRows));
  if (rows !== undefined) throw new ProjectaError('LIMIT_EXCEEDED', `${source}: the file has ${rows} rows; at most ${maxRows} are taken.`);
  const bytes = columns.reduce((sum, { total_uncompressed_size }) => sum + Number(total_uncompressed_size), 0);
  if (bytes <= maxBytes) return;
  throw new ProjectaError('PAYLOAD_TOO_LARGE', `${source}: the file unpacks to ${bytes} bytes; at most ${maxBytes} are taken.`);
}

interface Plan {
  readonly names: readonly string[];
  readonly match: ColumnMatch;
  readonly source: string;
  readonly adjust: boolean;
}

async function readTable(file: ArrayBuffer, metadata: FileMetaData, { names, match, source, adjust }: Plan): Promise<Table> {
  const keys = (['ts', ...NUMBERS] as const).filter((key) => match[key] !== undefined && (key !== 'adj' || adjust));
  const keyOf = new Map(keys.map((key) => [names[match[key]!]!, key] as const));
  const columns = Object.fromEntries(keys.map((key) => [key, new Float64Array(Number(metadata.num_rows))]));
  const problems: Problem[] = [];
  let problemCount = 0;
  const fill = (name: string, row: number, stretch: Stretch): void => {
    const report = (at: number, text: string): void => {
      const path = `/rows/${at + 1}/${name}`;
      if (problemCount++ < MAX_LISTED)
        problems.push({ path, code: 'DATA_INVALID', message: `${source}: row ${at + 1}, column ${name}: ${text}` });
    };
    const key = keyOf.get(name)!;
    // this runs inside a callback whose errors nobody catches, so it must not throw
    if (row + stretch.length > columns[key]!.length) return report(row, 'the file holds more rows than it says.');
    (key === 'ts' ? fillTimes : fillNumbers)(columns[key]!, row, stretch, report);
  };
  await parquetRead({
    file,
    metadata,
    compressors,
    columns: [...keyOf.keys()],
    parsers: EXACT_TIMES,
    onChunk: ({ columnName, columnData, rowStart }) => fill(columnName, rowStart, columnData),
  });
  return { columns, problems, problemCount };
}

function candlesOf({ ts, open, high, low, close, volume, vwap }: Table['columns']): Candles {
  return { ts: ts!, open: open!, high: high!, low: low!, close: close!, ...(volume && { volume }), ...(vwap && { vwap }) };
}

/** The adj close column, each value a price. */
function checkedAdj(adj: Float64Array, title: string, source: string): Float64Array {
  const row = adj.findIndex((value) => !(value > 0 && value < Infinity));
  if (row >= 0) throw invalid(source, `row ${row + 1}, column ${title}: ${quote(adj[row])} is not a finite price above 0.`);
  return adj;
}

function notesOn(names: readonly string[], { ignored, adj }: ColumnMatch, adjust: boolean): string[] {
  const notes: string[] = [];
  if (ignored.length > 0) notes.push(`Columns not used: ${ignored.map(quote).join(', ')}.`);
  if (adj !== undefined && !adjust) notes.push(`Column ${quote(names[adj]!)} not used: prices are as traded, not adjusted.`);
  return notes;
}

/** What the Parquet library cannot read is the file's fault, and its message helps. */
async function readable<T>(source: string, read: () => T | Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    throw invalid(source, `the file cannot be read as Parquet (${error instanceof Error ? error.message : 'unknown error'}).`);
  }
}

function invalid(source: string, text: string): ProjectaError {
  return dataInvalid([{ path: '', code: 'DATA_INVALID', message: `${source}: ${text}` }], 1);
}
