import { type Candles, dataHash, timeframeMs, type Timeframe } from '@projecta/candles';
import { jsonSha256, sha256Stream, type Sha256Stream } from '@projecta/hashing';
import { periodsPerYear } from '@projecta/metrics';
import { catalogueOf } from '../catalogue.js';
import type { PluginIdentity, RunIdentity } from '../identity.js';
import { ENGINE, usedPlugins } from '../identity-of.js';
import type { TrialPool } from '../pool/trial-pool.js';
import { checkpoint, type Cancellation, type OnProgress } from '../progress.js';
import type { RunWarning } from '../run-result.js';
import { selectRunCandles } from '../run/select-run-candles.js';
import { dataWarnings } from '../run/warnings.js';
import { pace } from '../trials/pace.js';
import { loadPlugins, type UserPlugin } from '../user-plugin.js';
import { inBase } from './in-base.js';
import { normalizeSweep } from './normalize-sweep.js';
import { requireBlocks } from './require-blocks.js';
import type { NormalizedSweep, SweepConfig } from './sweep-config.js';
import { sweepPoints } from './sweep-points.js';
import type { SweepIdentity } from './sweep-result.js';
import type { SweepSetting } from './sweep-setting.js';
import { sweepTrial } from './sweep-trial.js';
import { TRIAL_COST } from './trial-cost.js';

/** What a sweep needs. */
export interface SweepInput {
  readonly sweep: SweepConfig;
  /** The data set of the base's symbol, whole; the symbol TEST makes its own. */
  readonly candles?: Candles;
  readonly plugins?: readonly UserPlugin[];
  readonly signal?: Cancellation;
  /** Told of progress; a promise it returns is awaited. */
  readonly onProgress?: OnProgress;
  /** Starts a SHA-256; default the pure one. */
  readonly hash?: () => Sha256Stream;
  /** Most trials; default 100,000. */
  readonly maxTrials?: number;
  /** Threads that help with the trials; the result is the same without. */
  readonly pool?: TrialPool;
}

/** A sweep that can be computed, with the hash it will have. */
export interface PreparedSweep {
  readonly sweep_hash: string;
  readonly identity: SweepIdentity;
  readonly sweep: NormalizedSweep;
  /** The bars its trials see. */
  readonly candles: Candles;
  /** What to know of these bars. */
  readonly warnings: readonly RunWarning[];
}

/** What running it needs beside. */
export type SweepParts = Pick<SweepSetting, 'points' | 'catalogue' | 'builtIn' | 'loaded' | 'periodsPerYear'>;

/**
 * Checks a sweep and gives it its identity; runs nothing of it.
 * @throws ValidationFailed for a bad sweep; ProjectaError DATA_*, TOO_FEW_BARS, TIMEFRAME_TOO_FINE; RunCancelled
 */
export async function prepareSweep(input: SweepInput): Promise<PreparedSweep & SweepParts> {
  const { candles: given, plugins = [], hash = sha256Stream, maxTrials } = input;
  const builtIn = catalogueOf();
  const loaded = loadPlugins(plugins, builtIn);
  const catalogue = loaded.length === 0 ? builtIn : catalogueOf(loaded.map((one) => one.definition));
  const sweep = normalizeSweep(input.sweep, catalogue, { ...(maxTrials !== undefined && { maxTrials }) });
  const { base } = sweep;
  await checkpoint({ stage: 'data', done: 0, total: 1 }, input);
  const { candles, gaps } = await inBase(() => selectRunCandles(base, given, 0)); // how many bars a trial needs is asked trial by trial
  requireBlocks(sweep, candles);
  const data = { symbol: base.symbol, timeframe: base.timeframe, bars: candles.ts.length, data_hash: dataHash(candles, hash) };
  const points = sweepPoints(sweep);
  const parts = { sweep, candles, points, catalogue, builtIn, loaded };
  const identity: SweepIdentity = { sweep, data, engine: ENGINE, plugins: await pluginsOf(parts, input) };
  const annualization = periodsPerYear({
    ts: candles.ts,
    timeframeMs: timeframeMs(base.timeframe as Timeframe),
    isWeekly: base.timeframe === '1w',
    annualization: base.metrics.annualization,
  });
  const warnings = dataWarnings({ config: base, gaps, annualization });
  return { ...parts, sweep_hash: jsonSha256(identity), identity, warnings, periodsPerYear: annualization.value };
}

type Walked = Omit<SweepParts, 'periodsPerYear'> & Pick<PreparedSweep, 'sweep' | 'candles'>;

/** Which of a user's plug-ins the trials use may depend on their values, so where there are any, all trials are asked. */
async function pluginsOf(
  { sweep, points, candles, catalogue, builtIn, loaded }: Walked,
  input: SweepInput,
): Promise<RunIdentity['plugins']> {
  if (loaded.length === 0) return usedPlugins(sweep.base, catalogue, builtIn, loaded);
  const steps = pace('data', points.count, input);
  const used = new Map<string, PluginIdentity>();
  for (let trial = 0; trial < points.count; trial++) {
    await steps(trial, TRIAL_COST);
    const { config } = sweepTrial(points.point(trial), { base: sweep.base, candles, catalogue });
    if (config === undefined) continue;
    for (const one of usedPlugins(config, catalogue, builtIn, loaded)) used.set(`${one.kind} ${one.name}`, one);
  }
  return [...used].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
}
