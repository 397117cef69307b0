import type { Candles } from '@projecta/candles';
import { ProjectaError } from '@projecta/errors';
import type { GridPoint } from '@projecta/validation';
import type { Catalogue } from '../catalogue.js';
import type { NormalizedRunConfig } from '../config/normalized-run-config.js';
import { requireColumns } from '../run/require-columns.js';
import { requireBars } from '../trials/grid-trials.js';
import { trialConfig, type TrialConfig } from '../trials/trial-config.js';

export interface TrialSetting {
  readonly base: NormalizedRunConfig;
  readonly candles: Candles;
  readonly catalogue: Catalogue;
}

const STRATEGY = 'strategy.params.';

/** The config of a trial's full run, or why that run would be refused: for its values, too few bars, or columns that the candles lack. */
export function sweepTrial(point: GridPoint, { base, candles, catalogue }: TrialSetting): TrialConfig {
  const named = Object.entries(point).map(([path, value]) => [path.startsWith(STRATEGY) ? path.slice(STRATEGY.length) : path, value]);
  const trial = trialConfig(base, Object.fromEntries(named) as GridPoint, catalogue);
  if (trial.config === undefined) return trial;
  try {
    requireBars(trial.config, candles, catalogue);
    requireColumns(trial.config, candles, catalogue);
    return trial;
  } catch (error) {
    if (error instanceof ProjectaError && error.errors.length > 0) return { config: undefined, problems: error.errors };
    throw error;
  }
}
