import type { NormalizedRunConfig } from './config/normalized-run-config.js';

/** A plug-in that is not built in, as part of the run's identity. */
export interface PluginIdentity {
  readonly kind: 'indicator' | 'strategy' | 'risk_model' | 'slippage_model';
  readonly name: string;
  readonly version: string;
  /** SHA-256 of the module file, or null for a plug-in passed as a value. */
  readonly digest: string | null;
}

/** identity.json: what the run_hash is the hash of. */
export interface RunIdentity {
  readonly config: NormalizedRunConfig;
  readonly data: { readonly symbol: string; readonly timeframe: string; readonly bars: number; readonly data_hash: string };
  readonly engine: { readonly name: string; readonly semantics_version: number };
  readonly plugins: readonly PluginIdentity[];
}
