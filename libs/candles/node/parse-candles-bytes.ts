import { dataInvalid, parseCandlesCsv, type Candles, type CsvOptions } from '@projecta/candles';
import type { ProjectaError } from '@projecta/errors';
import { gunzipSync } from 'node:zlib';
import { parseCandlesParquet, type ParquetLimits } from './parse-candles-parquet.js';

/** V8's longest string; a longer text has to be split or stored as Parquet. */
const MAX_TEXT = 0x1fff_ffe8;

/**
 * Candles of a file's bytes: Parquet, CSV, or gzipped CSV, told apart by their first bytes; text is UTF-8, or UTF-16 with a BOM.
 * Throws DATA_INVALID.
 */
export async function parseCandlesBytes(
  bytes: Uint8Array,
  options: CsvOptions & ParquetLimits = {},
): Promise<{ candles: Candles; notes: string[] }> {
  const source = options.source ?? 'data';
  if (begins(bytes, 'PAR1')) return parseCandlesParquet(bytes, options);
  if (source.toLowerCase().endsWith('.parquet')) throw invalid(source, 'is not a Parquet file: it does not begin with PAR1.');
  if (begins(bytes, 'PK')) throw invalid(source, 'is a zip archive or a spreadsheet. Save it as CSV.');
  const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b;
  return parseCandlesCsv(textOf(isGzip ? unzipped(bytes, source) : bytes, source), { ...options, source });
}

function begins(bytes: Uint8Array, ascii: string): boolean {
  return [...ascii].every((letter, i) => bytes[i] === letter.charCodeAt(0));
}

function unzipped(bytes: Uint8Array, source: string): Uint8Array {
  try {
    return gunzipSync(bytes, { maxOutputLength: MAX_TEXT });
  } catch {
    throw invalid(source, `is damaged, or larger than ${MAX_TEXT} bytes when unzipped.`);
  }
}

function textOf(bytes: Uint8Array, source: string): string {
  if (bytes.byteLength > MAX_TEXT) throw invalid(source, `is larger than ${MAX_TEXT} bytes. Split it, or store it as Parquet.`);
  try {
    return new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes);
  } catch {
    throw invalid(source, 'is not UTF-8 text. Save it as UTF-8.');
  }
}

function encodingOf(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return 'utf-8';
}

function invalid(source: string, text: string): ProjectaError {
  return dataInvalid([{ path: '', code: 'DATA_INVALID', message: `${source}: the file ${text}` }], 1);
}
