import { ProjectaError, quote } from '@projecta/errors';
import { type JsonValue, parseJson } from '@projecta/hashing';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { text } from 'node:stream/consumers';

/** A config as it was written, and the name that messages call it by. */
export interface ReadConfig {
  readonly value: JsonValue;
  readonly source: string;
}

/**
 * The JSON of a config file, or of stdin for `-`, read strictly: duplicate keys, inexact integers and `__proto__` are refused.
 * @throws ProjectaError MALFORMED_JSON, DUPLICATE_KEY, NUMBER_NOT_EXACT, NOT_ALLOWED, with line and column; REQUIRED for a file that cannot be read
 */
export async function readConfig(path: string): Promise<ReadConfig> {
  const source = path === '-' ? 'stdin' : basename(path);
  const written = path === '-' ? await text(process.stdin) : decode(await bytesOf(path, source), source);
  if (written.trim() === '') throw new ProjectaError('MALFORMED_JSON', `${source} is empty. Give a RunConfig in JSON.`);
  try {
    return { value: parseJson(written), source };
  } catch (error) {
    if (!(error instanceof ProjectaError)) throw error;
    throw new ProjectaError(error.code, `${source}: ${error.message.replace(/^JSON /, '')}`, error.errors);
  }
}

async function bytesOf(path: string, source: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    const why =
      code === 'ENOENT' || code === 'ENOTDIR'
        ? `There is no file ${quote(path)}.`
        : code === 'EISDIR'
          ? `${quote(source)} is a folder.`
          : `${quote(source)} cannot be read (${code}).`;
    throw new ProjectaError('REQUIRED', `${why} Give the path of a RunConfig in JSON, or - for stdin.`);
  }
}

/** UTF-8, or UTF-16 with a byte order mark, as some shells write it. */
function decode(bytes: Uint8Array, source: string): string {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new ProjectaError('MALFORMED_JSON', `${source} is not UTF-8 text. Save it as UTF-8.`);
  }
}
