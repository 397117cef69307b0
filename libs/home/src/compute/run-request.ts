import type { JsonValue } from '@projecta/hashing';
import type { Home } from '../open-home.js';
import type { ExtraDigest } from '../settings.js';
import type { RunRequest } from './compute-run.js';

/** Where the candles of runs come from, and what their manifests say beside them. */
export interface RequestSource {
  /** Null where there is none yet: then there are no data sets. */
  readonly home: Pick<Home, 'dataSets'> | null;
  readonly dataDir: string | null;
  readonly extraDigests: readonly ExtraDigest[];
  readonly engineVersion: string;
  /** A file that holds the candles: nothing else is looked at. */
  readonly dataFile?: string | null;
}

interface Named {
  readonly symbol?: unknown;
}

/** All that a run of this config is made from. */
export function runRequest(config: JsonValue, source: RequestSource): Promise<RunRequest> {
  return requestWith(config, (config as Named | null)?.symbol, source);
}

/** All that a sweep is made from: `{base, grid | random, …}`, as it was submitted. */
export function sweepRequest(sweep: JsonValue, source: RequestSource): Promise<RunRequest> {
  return requestWith(sweep, (sweep as { readonly base?: Named | null } | null)?.base?.symbol, source);
}

async function requestWith(config: JsonValue, symbol: unknown, source: RequestSource): Promise<RunRequest> {
  const { home, dataDir, extraDigests, engineVersion, dataFile = null } = source;
  const isLooked = home !== null && dataFile === null && typeof symbol === 'string';
  const stored = isLooked ? await home.dataSets.versions(symbol) : [];
  return { config, dataFile, stored, dataDir, extraDigests, engineVersion };
}
