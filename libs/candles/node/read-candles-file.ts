import type { Candles } from '@projecta/candles';
import { ProjectaError, quote } from '@projecta/errors';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseCandlesBytes } from './parse-candles-bytes.js';

export interface ReadOptions {
  /** Multiply prices by adj close / close and divide volume by it. */
  readonly adjust?: boolean;
}

/**
 * Candles of a CSV file (comma, semicolon or tab; also gzipped) or a Parquet file, told apart by their first bytes, with notes on what was left out or changed.
 * Throws DATA_NOT_FOUND when there is no such file, DATA_INVALID for what is in it. Messages name the file without its folder.
 */
export async function readCandlesFile(path: string, { adjust = false }: ReadOptions = {}): Promise<{ candles: Candles; notes: string[] }> {
  const source = basename(path);
  return parseCandlesBytes(await bytesOf(path, source), { source, adjust });
}

async function bytesOf(path: string, source: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (error) {
    throw new ProjectaError('DATA_NOT_FOUND', `${whyNot(systemCode(error), source)} Give the path of a CSV or Parquet file.`);
  }
}

function whyNot(code: string, source: string): string {
  if (code === 'ENOENT' || code === 'ENOTDIR') return `There is no file ${quote(source)}.`;
  if (code === 'EISDIR') return `${quote(source)} is a folder.`;
  if (code === 'ERR_FS_FILE_TOO_LARGE') return `${quote(source)} is larger than 2 GiB; split it.`;
  return `${quote(source)} cannot be read (${code}).`;
}

function systemCode(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : 'unknown error';
}
