import type { Candles } from '@projecta/candles';
import type { PluginIdentity, RunIdentity } from '../identity.js';
import type { NormalizedRunConfig } from '../config/normalized-run-config.js';
import { catalogueOf } from '../catalogue.js';
import type { NormalizedSweep } from '../sweep/sweep-config.js';
import { sweepTrials } from '../sweep/sweep-trials.js';
import { sweepPoints } from '../sweep/sweep-points.js';
import type { SweepSetting } from '../sweep/sweep-setting.js';
import { type LoadedPlugin, loadPlugins, type UserPlugin } from '../user-plugin.js';
import type { HeadlineRun } from '../validation/headline-run.js';
import { headlineRun } from '../validation/headline-run.js';
import { runTrials } from '../validation/run-trials.js';
import { sharedCandles } from './shared-candles.js';
import type { RunJob, SweepJob, TrialJob } from './trial-job.js';
import type { Trials } from './trials.js';

interface Posted {
  readonly candles: Candles;
  readonly periodsPerYear: number;
  /** The user's plug-ins that are in the catalogue. */
  readonly plugins: readonly PluginIdentity[];
}

/** What trials are made from, checked and selected, as plain data. */
export type PostedSource =
  | (Posted & { readonly kind: 'run'; readonly config: NormalizedRunConfig; readonly gridIndices?: Int32Array })
  | (Posted & { readonly kind: 'sweep'; readonly sweep: NormalizedSweep; readonly data: RunIdentity['data'] });

export function postedRun({ config, candles, plan, loaded, walkForward }: HeadlineRun): PostedSource {
  const gridIndices = walkForward?.gridIndices;
  return {
    ...posted({ candles, periodsPerYear: plan.periodsPerYear, loaded }),
    ...{ kind: 'run', config },
    ...(gridIndices && { gridIndices }),
  };
}

export function postedSweep({ sweep, candles, periodsPerYear, loaded, data }: SweepSetting): PostedSource {
  return { ...posted({ candles, periodsPerYear, loaded }), ...{ kind: 'sweep', sweep, data } };
}

function posted({
  candles,
  periodsPerYear,
  loaded,
}: {
  readonly candles: Candles;
  readonly periodsPerYear: number;
  readonly loaded: readonly LoadedPlugin[];
}): Posted {
  const plugins = loaded.map(({ definition: { kind, name, version }, digest }) => ({ kind, name, version: version!, digest }));
  return { candles: sharedCandles(candles), periodsPerYear, plugins };
}

/** The trials of each job. */
export type MadeTrials = (job: TrialJob) => Trials;

/**
 * What a helper makes trials with: its own decisions and outcome of the run, bit for bit those of its host.
 * @throws Error where it lacks a plug-in, or has another version of it
 */
export function trialsFrom(source: PostedSource, own: readonly UserPlugin[]): MadeTrials {
  const builtIn = catalogueOf();
  const loaded = loadPlugins(own, builtIn).filter((one) => source.plugins.some((wanted) => isSame(one, wanted)));
  if (loaded.length < source.plugins.length) throw new Error('This thread lacks a plug-in.');
  const catalogue = loaded.length === 0 ? builtIn : catalogueOf(loaded.map(({ definition }) => definition));
  const parts = { builtIn, catalogue, loaded };
  if (source.kind === 'sweep') {
    const sweep: SweepSetting = { ...source, ...parts, points: sweepPoints(source.sweep) };
    return (job) => sweepTrials(sweep, job as SweepJob);
  }
  const run = headlineRun({ ...source, ...parts });
  return (job) => runTrials(run, job as RunJob);
}

function isSame({ definition: { kind, name, version }, digest }: LoadedPlugin, wanted: PluginIdentity): boolean {
  return kind === wanted.kind && name === wanted.name && version === wanted.version && digest === wanted.digest;
}
