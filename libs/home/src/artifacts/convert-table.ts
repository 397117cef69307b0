import {
  formatTable,
  parquetBytes,
  selectTable,
  type Table,
  tableCsv,
  type TableFormat,
  tableFromParquet,
  tableJson,
  type TableSelection,
} from '@projecta/artifacts';
import { type Cancellation, RunCancelled } from '@projecta/engine';
import { ProjectaError } from '@projecta/errors';
import { open, rm } from 'node:fs/promises';
import { type ArtifactFile, readArtifact } from './read-artifact.js';

/** A table of a run as it is wanted. */
export interface TableConversion {
  readonly file: ArtifactFile;
  readonly selection: TableSelection;
  readonly format: TableFormat | 'parquet';
  /** The file that is written, which must not be there: what is converted may be larger than memory has room for many times. */
  readonly to: string;
}

/**
 * Writes a part of a table of a run in a format, and answers its size in bytes. Nothing is left where it fails.
 * Throws VALIDATION_FAILED, ARTIFACT_DAMAGED, STORAGE_UNAVAILABLE, RunCancelled.
 */
export async function convertTable({ file, selection, format, to }: TableConversion, signal: Cancellation): Promise<number> {
  const table = selectTable(await tableFromParquet(await readArtifact(file)), selection);
  try {
    return await written(to, piecesOf(table, format), signal);
  } catch (error) {
    await rm(to, { force: true });
    const { code } = error as NodeJS.ErrnoException;
    if (error instanceof RunCancelled || code === undefined) throw error;
    const message = `The converted table cannot be written (${code}). Free some space in PROJECTA_HOME, or take the Parquet file as it is.`;
    throw new ProjectaError('STORAGE_UNAVAILABLE', message, [], { cause: error });
  }
}

async function written(path: string, pieces: Iterable<string | Uint8Array>, signal: Cancellation): Promise<number> {
  const file = await open(path, 'wx');
  let size = 0;
  try {
    for (const piece of pieces) {
      if (signal.aborted) throw new RunCancelled();
      const bytes = typeof piece === 'string' ? Buffer.from(piece) : piece;
      await file.writeFile(bytes);
      size += bytes.length;
    }
  } finally {
    await file.close();
  }
  return size;
}

function piecesOf(table: Table, format: TableConversion['format']): Iterable<string | Uint8Array> {
  switch (format) {
    case 'csv':
      return tableCsv(table);
    case 'json':
      return tableJson(table);
    case 'arrow':
      return [formatTable(table, 'arrow')];
    case 'parquet':
      return [parquetBytes(table)];
  }
}
