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

/** All that a run of this config is made from. */
export async function runRequest(config: JsonValue, source: RequestSource): Promise<RunRequest> {
  const { home, dataDir, extraDigests, engineVersion, dataFile = null } = source;
  const symbol = (config as { readonly symbol?: unknown } | null)?.symbol;
  const isLooked = home !== null && dataFile === null && typeof symbol === 'string';
  const stored = isLooked ? await home.dataSets.versions(symbol) : [];
  return { config, dataFile, stored, dataDir, extraDigests, engineVersion };
}
