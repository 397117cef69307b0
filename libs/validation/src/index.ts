export type { Distribution, PermutationSummary } from './permutation-summary.js';
export { defineValidationMethod, type ValidationMethod } from './method.js';
export { permutation } from './permutation.js';
export { permutationTest, type PermutationTest } from './permutation-test.js';
export { barShapes, type BarShapes } from './bar-shapes.js';
export { permuteBars, type PermuteOptions } from './permute-bars.js';
export { rotateDirections } from './rotate-directions.js';
export { distributionOf } from './distribution.js';
export { block_bootstrap } from './block-bootstrap.js';
export type { BlockBootstrapSummary, MetricInterval } from './bootstrap/bootstrap-summary.js';
export { politisWhite, politisWhiteKernel } from './bootstrap/politis-white.js';
export type { ReturnsRun } from './bootstrap/returns-run.js';
export { resampler, type Resampler, type Resampling } from './bootstrap/resampler.js';
export { leaveOneOut, type LeaveOneOut } from './bootstrap/leave-one-out.js';
export { bootstrapIntervals, wantsJackknife, type Bootstrap, type SampledMetric } from './bootstrap/bootstrap-intervals.js';
export { monte_carlo } from './monte-carlo.js';
export type { MonteCarloSummary } from './monte-carlo/monte-carlo-summary.js';
export type { Path } from './monte-carlo/path.js';
export { drawnPath, type Draws } from './monte-carlo/drawn-path.js';
export { equityPath } from './monte-carlo/equity-path.js';
export { tradeReturns } from './monte-carlo/trade-returns.js';
export { monteCarloPaths, type MonteCarlo } from './monte-carlo/monte-carlo-paths.js';
export { walk_forward } from './walk-forward.js';
export { overfitting } from './overfitting.js';
export {
  segmentLength,
  walkForwardSegments,
  type BarSpan,
  type WalkForwardCut,
  type WalkForwardFold,
} from './walk-forward/walk-forward-segments.js';
export { gridPoint, gridSize, type GridPoint } from './walk-forward/grid-points.js';
export { bestByObjective } from './walk-forward/best-by-objective.js';
export { parameterStability } from './walk-forward/parameter-stability.js';
export { walkForwardEfficiency } from './walk-forward/walk-forward-efficiency.js';
export { walkForwardVerdict } from './walk-forward/walk-forward-verdict.js';
export type { TimeSpan, WalkForwardFoldSummary, WalkForwardSummary } from './walk-forward/walk-forward-summary.js';
export { metricKind, type MetricKind } from './bootstrap/metric-kind.js';
export { blockSums, putTrial, type BlockSums } from './overfitting/block-sums.js';
export { blockSumsWidth, packBlockSums, unpackBlockSums } from './overfitting/packed-block-sums.js';
export { mergeSnooping, packSnooping, snoopingWidth } from './overfitting/packed-snooping.js';
export { cscv, logitsOf, type Cscv, type CscvOptions } from './overfitting/cscv.js';
export { NOISE_MATRICES, noiseBand, pboOfNoise, type NoiseShape } from './overfitting/pbo-noise.js';
export { excessReturns } from './overfitting/excess-returns.js';
export { sidak } from './overfitting/sidak.js';
export { longRunDeviation } from './overfitting/long-run-deviation.js';
export { trialShape, type TrialShape } from './overfitting/trial-shape.js';
export { bestOf, bestTrial, type BestTrial } from './overfitting/best-trial.js';
export {
  enterTrials,
  snoopingAnswer,
  snoopingTest,
  type SnoopingAnswer,
  type SnoopingOptions,
  type SnoopingTest,
} from './overfitting/snooping-test.js';
export { overfittingSummary, type SearchFindings } from './overfitting/search-summary.js';
export type { BootstrapMaximum, OverfittingSummary } from './overfitting/overfitting-summary.js';
export { causality } from './causality.js';
