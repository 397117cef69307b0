import type { Candles } from '@projecta/candles';
import { stat } from 'node:fs/promises';
import { type DataDirCandles, type DataDirFile, readDataDirFile } from './data-dir.js';
import { readVersion, type StoredVersion } from './data-set-files.js';
import type { ValueCache } from './value-cache.js';

/** How candles get from files into memory. */
export interface CandleReaders {
  version(version: StoredVersion): Promise<Candles>;
  file(file: DataDirFile): Promise<DataDirCandles>;
}

/** Reads each time anew. */
export const DIRECT: CandleReaders = { version: readVersion, file: readDataDirFile };

/** Keeps what was read: versions never change, and a file is the same as long as its size and its time of change are. */
export function cachedReaders(cache: ValueCache): CandleReaders {
  return {
    version: (version) =>
      cache.of(`version ${version.path}`, async () => {
        const candles = await readVersion(version);
        return { value: candles, bytes: candleBytes(candles) };
      }),
    async file(file) {
      return cache.of(`file ${await fileState(file.path)}`, async () => {
        const read = await readDataDirFile(file);
        return { value: read, bytes: candleBytes(read.candles) };
      });
    },
  };
}

/** A file with its size and time of change: what stands for its content. One that is gone has neither. */
export async function fileState(path: string): Promise<string> {
  const state = await stat(path).catch(() => undefined);
  return `${path} ${state?.size ?? 'gone'} ${state?.mtimeMs ?? ''}`;
}

/** The memory of candles. */
export function candleBytes(candles: Candles): number {
  return Object.values(candles as unknown as Record<string, Float64Array>).reduce((sum, { byteLength }) => sum + byteLength, 0);
}
