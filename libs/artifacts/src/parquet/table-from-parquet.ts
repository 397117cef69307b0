import { ProjectaError, quote } from '@projecta/errors';
import { parquetMetadata, parquetRead, type DecodedArray, type FileMetaData, type SchemaElement } from 'hyparquet';
import { flagColumn, nullableColumn, numberColumn, textColumn, timeColumn } from '../table-columns.js';
import type { Table, TableColumn } from '../table.js';

/**
 * The table in a Parquet file of the four kinds of column that `parquetBytes` writes.
 * Throws ARTIFACT_DAMAGED where the file cannot be read or has a column of another type.
 */
export async function tableFromParquet(bytes: Uint8Array): Promise<Table> {
  const file = bytes.slice().buffer;
  const metadata = await readable(() => parquetMetadata(file));
  const name = metadata.key_value_metadata?.find(({ key }) => key === 'projecta.table')?.value ?? '';
  const rows = Number(metadata.num_rows);
  const columns = await readable(() => readColumns(file, metadata, rows));
  return { name, columns, rows };
}

async function readColumns(file: ArrayBuffer, metadata: FileMetaData, rows: number): Promise<TableColumn[]> {
  const elements = metadata.schema.slice(1);
  const gatherers = new Map(elements.map((element) => [element.name, gather(element, rows)] as const));
  let error: unknown;
  await parquetRead({
    file,
    metadata,
    onChunk: ({ columnName, columnData, rowStart }) => {
      // what a callback throws is lost by the reader, so it is kept for after it
      try {
        gatherers.get(columnName)!.take(columnData, rowStart);
      } catch (caught) {
        error ??= caught;
      }
    },
  });
  if (error !== undefined) throw error;
  return elements.map(({ name }) => gatherers.get(name)!.column());
}

interface Gatherer {
  take(values: DecodedArray, rowStart: number): void;
  column(): TableColumn;
}

function gather({ name, type, converted_type, repetition_type }: SchemaElement, rows: number): Gatherer {
  if (type === 'DOUBLE' && repetition_type === 'OPTIONAL') return gatherList<number | null>(rows, (values) => nullableColumn(name, values));
  if (type === 'DOUBLE') return gatherNumbers(rows, (values) => numberColumn(name, values));
  if (type === 'INT64') return gatherNumbers(rows, (values) => timeColumn(name, values));
  if (type === 'BOOLEAN') return gatherList<boolean>(rows, (values) => flagColumn(name, values));
  if (type === 'BYTE_ARRAY' && converted_type === 'UTF8') return gatherList<string>(rows, (values) => textColumn(name, values));
  throw damaged(`column ${quote(name)} has the type ${quote(type)}, which no table of a run has`);
}

function gatherNumbers(rows: number, column: (values: Float64Array) => TableColumn): Gatherer {
  const all = new Float64Array(rows);
  return {
    take: (values, rowStart) => {
      if (values instanceof BigInt64Array) for (let i = 0; i < values.length; i++) all[rowStart + i] = Number(values[i]);
      else all.set(values as ArrayLike<number>, rowStart);
    },
    column: () => column(all),
  };
}

function gatherList<Value>(rows: number, column: (values: Value[]) => TableColumn): Gatherer {
  const all = new Array<Value>(rows);
  return {
    take: (values, rowStart) => {
      for (let i = 0; i < values.length; i++) all[rowStart + i] = values[i] as Value;
    },
    column: () => column(all),
  };
}

async function readable<T>(read: () => T | Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof ProjectaError) throw error;
    throw damaged(error instanceof Error ? error.message : String(error));
  }
}

function damaged(why: string): ProjectaError {
  return new ProjectaError('ARTIFACT_DAMAGED', `The file cannot be read as a Parquet table: ${why}.`);
}
