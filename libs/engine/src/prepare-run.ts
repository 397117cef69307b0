import { type Candles, dataHash } from '@projecta/candles';
import { canonicalJson, sha256Hex, sha256Stream, type Sha256Stream, utf8 } from '@projecta/hashing';
import { type Catalogue, catalogueOf } from './catalogue.js';
import { normalizeConfig } from './config/normalize-config.js';
import type { NormalizedRunConfig } from './config/normalized-run-config.js';
import type { RunIdentity } from './identity.js';
import { identityOf, runHashOf } from './identity-of.js';
import { requireColumns } from './run/require-columns.js';
import { selectRunCandles } from './run/select-run-candles.js';
import { strategyWarmup } from './run/strategy-warmup.js';
import { type LoadedPlugin, loadPlugins, type UserPlugin } from './user-plugin.js';

/** What identifies a run: all of it but the computing. */
export interface RunInput {
  /** As submitted; it is checked here. */
  readonly config: unknown;
  /** The data set of the config's symbol, whole; the symbol TEST makes its own. */
  readonly candles?: Candles;
  readonly plugins?: readonly UserPlugin[];
  /** Starts a SHA-256; default the pure one. */
  readonly hash?: () => Sha256Stream;
}

/** A run that can be computed, with the hashes it will have. */
export interface PreparedRun {
  readonly config: NormalizedRunConfig;
  readonly identity: RunIdentity;
  readonly run_hash: string;
  readonly config_hash: string;
  readonly data_hash: string;
  /** The bars the run sees. */
  readonly candles: Candles;
  readonly gaps: number;
  /** Index of the first bar at which the strategy can have an opinion. */
  readonly warmup: number;
}

/** The plug-ins of a run: the built-in ones, all, and the user's. */
export interface RunCatalogue {
  readonly builtIn: Catalogue;
  readonly catalogue: Catalogue;
  readonly loaded: readonly LoadedPlugin[];
}

/**
 * Checks a run and gives it its identity; computes nothing of it.
 * @throws ValidationFailed for a bad config; ProjectaError DATA_*, TOO_FEW_BARS, TIMEFRAME_TOO_FINE
 */
export function prepareRun({ config: submitted, candles: given, plugins = [], hash = sha256Stream }: RunInput): PreparedRun & RunCatalogue {
  const builtIn = catalogueOf();
  const loaded = loadPlugins(plugins, builtIn);
  const catalogue = loaded.length === 0 ? builtIn : catalogueOf(loaded.map((one) => one.definition));
  const config = normalizeConfig(submitted, catalogue);

  const warmup = strategyWarmup(catalogue.strategy.get(config.strategy.name)!, config.strategy.params);
  const { candles, gaps } = selectRunCandles(config, given, warmup);
  requireColumns(config, candles, catalogue);
  const data_hash = dataHash(candles, hash);
  const data = { symbol: config.symbol, timeframe: config.timeframe, bars: candles.ts.length, data_hash };
  const identity = identityOf(config, { data, catalogue, builtIn, loaded });
  return {
    ...{ builtIn, catalogue, loaded, config, identity, candles, gaps, warmup, data_hash },
    run_hash: runHashOf(identity),
    config_hash: sha256Hex(utf8(canonicalJson(config))),
  };
}
