export { runBacktest, backtestMemory, type Backtest, type BacktestMemory } from './run-backtest.js';
export { prepareRun, type PreparedRun, type RunCatalogue, type RunInput } from './prepare-run.js';
export { catalogueOf, type Catalogue } from './catalogue.js';
export { normalizeConfig } from './config/normalize-config.js';
export { validateRunConfig, type ValidatedConfig } from './validate-run-config.js';
export type { RunConfig } from './config/run-config.js';
export type { NormalizedRunConfig } from './config/normalized-run-config.js';
export { type JsonSchema, runConfigSchema } from './config/run-config-schema.js';
export { configParams } from './config/config-params.js';
export { METHOD_ALIASES } from './config/fits.js';
export { Checked } from './config/checked.js';
export { Nested, NestedList } from './config/nested.js';
export { IndicatorList } from './config/indicator-list.js';
export { NamedDto } from './config/named.dto.js';
export { dtoProblems } from './config/dto-problems.js';
export { guardInput } from './config/guard-input.js';
export { declared, instantProblem, nameProblem, type ProblemOf, symbolProblem, timeframeProblem } from './config/problems.js';
export { type FeaturePreview, previewFeatures } from './preview-features.js';
export type {
  AmbiguityBand,
  Attribution,
  Band,
  EquityCurve,
  Fill,
  OpenTradeSummary,
  RunResult,
  RunSummary,
  RunWarning,
  Trade,
  WarningCode,
} from './run-result.js';
export { runSweep } from './sweep/run-sweep.js';
export { prepareSweep, type PreparedSweep, type SweepInput } from './sweep/prepare-sweep.js';
export { sweepConfigSchema } from './sweep/sweep-config-schema.js';
export { inBase } from './sweep/in-base.js';
export { MOST_TOLD_TRIALS } from './sweep/untold-trials.js';
export { sweepSkips } from './sweep/sweep-skips.js';
export { MOST_TRIALS, normalizeSweep } from './sweep/normalize-sweep.js';
export type { NormalizedRandomAxis, NormalizedSweep, RandomAxis, SweepConfig, SweepValue, SweepValues } from './sweep/sweep-config.js';
export type { SweepBest, SweepIdentity, SweepResult } from './sweep/sweep-result.js';
export type { ParamColumn, SweepTable } from './sweep/sweep-table.js';
export type { SkippedPoints, SkippedReason } from './sweep/skipped-points.js';
export type { CausalityCertificate } from './causality/certificate.js';
export type { PluginIdentity, RunIdentity } from './identity.js';
export type { Manifest, ManifestEntry } from './manifest.js';
export { ENGINE } from './identity-of.js';
export { RunCancelled, type Cancellation, type OnProgress, type Progress, type Stage, type TrialValue } from './progress.js';
export type { Line } from './pool/line.js';
export { pluginsIn } from './pool/plugins-in.js';
export type { FromHelper, ToHelper } from './pool/pool-message.js';
export { errorOf, postedError, type PostedError } from './pool/posted-error.js';
export { type HelperThread, serveTrials } from './pool/serve-trials.js';
export type { TrialHelper, TrialPool } from './pool/trial-pool.js';
export { type FromWorker, type OpenTrialPool, type Platform, type ToWorker, workerPool } from './pool/worker-pool.js';
export { loadPlugins, type LoadedPlugin, type PluginDefinition, type UserPlugin } from './user-plugin.js';
export type { ValidationSummary, ValidationTrial } from './validation-summary.js';
export type { Candles } from '@projecta/candles';
export { ProjectaError, type ErrorCode } from '@projecta/errors';
export type { MetricId, Metrics } from '@projecta/metrics';
export {
  choice,
  defineIndicator,
  defineRiskModel,
  defineSlippageModel,
  defineStrategy,
  flag,
  int,
  real,
  windowOf,
  type IndicatorDefinition,
  type RiskModelDefinition,
  type SlippageModelDefinition,
  type StrategyDefinition,
} from '@projecta/plugin';
