import type { Candles } from '@projecta/candles';
import type { Outcome } from '@projecta/simulator';
import type { Catalogue } from '../catalogue.js';
import type { NormalizedRunConfig } from '../config/normalized-run-config.js';
import { type Decided, decidePlan } from '../run/run-decisions.js';
import { planOf, type RunPlan } from '../run/run-plan.js';
import type { LoadedPlugin } from '../user-plugin.js';
import { walkForwardOver, type WalkForwardPlan } from './walk-forward-plan.js';

/** The headline run as its trials see it: its config, its market, its decisions and what came of them. */
export interface HeadlineRun {
  readonly config: NormalizedRunConfig;
  /** All plug-ins, those of ours, and the user's. */
  readonly catalogue: Catalogue;
  readonly builtIn: Catalogue;
  readonly loaded: readonly LoadedPlugin[];
  readonly plan: RunPlan;
  readonly candles: Candles;
  readonly decided: Decided;
  readonly outcome: Outcome;
  /** The walk-forward that the config asks for, checked before any method runs. */
  readonly walkForward?: WalkForwardPlan;
}

export interface Headline extends Pick<HeadlineRun, 'config' | 'catalogue' | 'builtIn' | 'loaded' | 'candles'> {
  readonly periodsPerYear: number;
  /** The points of its walk-forward's grid that run. */
  readonly gridIndices?: Int32Array;
}

/** The headline run of a config that was checked before, made anew: decided and simulated, nothing else. */
export function headlineRun({ periodsPerYear, gridIndices, ...parts }: Headline): HeadlineRun {
  const { config, catalogue, builtIn, candles } = parts;
  const plan = planOf(config, catalogue, builtIn, periodsPerYear);
  const fresh = (length: number): Float64Array => new Float64Array(length);
  const decided = decidePlan(plan, candles, { scratch: fresh, columns: fresh });
  const run: HeadlineRun = { ...parts, plan, decided, outcome: decided.run() };
  return config.validation['walk_forward'] ? { ...run, walkForward: walkForwardOver(run, gridIndices) } : run;
}
