import { type Candles, timeframeMs, type Timeframe } from '@projecta/candles';
import { sha256Stream, type Sha256Stream } from '@projecta/hashing';
import { attributionOf, computeMetrics, periodsPerYear } from '@projecta/metrics';
import { certify } from './causality/certify.js';
import type { RunConfig } from './config/run-config.js';
import type { TrialPool } from './pool/trial-pool.js';
import { prepareRun } from './prepare-run.js';
import { checkpoint, type Cancellation, type OnProgress } from './progress.js';
import { ambiguityBand } from './run/ambiguity-band.js';
import { Arena } from './run/arena.js';
import { equityCurve } from './run/equity-curve.js';
import { featureColumns } from './run/feature-columns.js';
import { fillRows, tradeRows } from './run/ledger-rows.js';
import { decidePlan } from './run/run-decisions.js';
import { planOf } from './run/run-plan.js';
import { summaryOf } from './run/summary-of.js';
import { runWarnings } from './run/warnings.js';
import type { RunResult } from './run-result.js';
import type { UserPlugin } from './user-plugin.js';
import { runValidation } from './validation/run-validation.js';

/** What a backtest needs. */
export interface Backtest {
  readonly config: RunConfig;
  /** The data set of the config's symbol, whole: it is resampled and sliced here. The symbol TEST makes its own. */
  readonly candles?: Candles;
  /** Strategies, indicators, risk and slippage models of your own. */
  readonly plugins?: readonly UserPlugin[];
  readonly signal?: Cancellation;
  /** Told of progress; a promise it returns is awaited. */
  readonly onProgress?: OnProgress;
  /** Memory kept from run to run; the columns of a result live in it until the next run that uses it. Default: fresh memory. */
  readonly memory?: BacktestMemory;
  /** Starts a SHA-256; default the pure one, in Node the one of `@projecta/hashing/node` is ten times faster. */
  readonly hash?: () => Sha256Stream;
  /** Threads that help with the trials of validation; the result is the same without. */
  readonly pool?: TrialPool;
}

/** Reused memory for callers that run many backtests of the same length. */
export interface BacktestMemory {
  readonly scratch: Arena;
  readonly columns: Arena;
  readonly checks: Arena;
}

export function backtestMemory(): BacktestMemory {
  return { scratch: new Arena(), columns: new Arena(), checks: new Arena() };
}

/**
 * Runs one backtest: the same config and candles give the same bits on every machine, under a hash that proves it.
 * @throws ValidationFailed for a bad config; ProjectaError DATA_*, TOO_FEW_BARS, LOOK_AHEAD, STRATEGY_ERROR; RunCancelled
 */
export async function runBacktest(backtest: Backtest): Promise<RunResult> {
  const { hash = sha256Stream } = backtest;
  const memory = backtest.memory ?? backtestMemory();
  memory.scratch.release();
  memory.columns.release();
  const scratch = (length: number): Float64Array => memory.scratch.take(length);
  const columns = (length: number): Float64Array => memory.columns.take(length);

  await checkpoint({ stage: 'data', done: 0, total: 1 }, backtest);
  const prepared = prepareRun({ ...backtest, hash });
  const { builtIn, catalogue, loaded, config, identity, candles, gaps, warmup } = prepared;

  await checkpoint({ stage: 'indicators', done: 0, total: 1 }, backtest);
  const features = featureColumns(config.indicators, candles, catalogue);

  await checkpoint({ stage: 'strategy', done: 0, total: 1 }, backtest);
  const annualization = periodsPerYear({
    ts: candles.ts,
    timeframeMs: timeframeMs(config.timeframe as Timeframe),
    isWeekly: config.timeframe === '1w',
    annualization: config.metrics.annualization,
  });
  const plan = planOf(config, catalogue, builtIn, annualization.value);
  const decided = decidePlan(plan, candles, { scratch, columns });

  await checkpoint({ stage: 'simulation', done: 0, total: 1 }, backtest);
  const outcome = decided.run();
  const checks = Number(config.validation['causality']?.['checks'] ?? 16);
  const causality = certify({ plan, candles, directions: decided.directions, warmup, checks, arena: memory.checks, hash });

  await checkpoint({ stage: 'metrics', done: 0, total: 1 }, backtest);
  const market = {
    ts: candles.ts,
    close: candles.close,
    initialCash: config.execution.initial_cash,
    periodsPerYear: annualization.value,
    riskFree: config.metrics.risk_free,
    scratch: { returns: scratch(candles.ts.length), order: scratch(candles.ts.length) },
  };
  const { metrics, metric_reasons } = computeMetrics({ ...market, outcome });
  const band = ambiguityBand({ decided, outcome, metrics, market, allocate: scratch });
  const validation = await runValidation({
    ...backtest,
    config,
    catalogue,
    builtIn,
    loaded,
    plan,
    candles,
    decided,
    outcome,
    observed: (id) => metrics[id],
  });
  const warnings = runWarnings({ config, outcome, gaps, annualization });

  const { run_hash, config_hash, data_hash } = prepared;
  const hashes = { run_hash, config_hash, data_hash };
  const attribution = attributionOf({ outcome, close: candles.close, initialCash: config.execution.initial_cash });
  const curve = once(() => equityCurve(candles, outcome, columns));
  const fills = once(() => fillRows(outcome.fills, candles.ts));
  const trades = once(() => tradeRows(outcome.trades, candles.ts));
  return {
    ...hashes,
    identity,
    config,
    candles,
    summary: summaryOf({
      ...hashes,
      config,
      candles,
      gaps,
      metrics,
      metric_reasons,
      band,
      attribution,
      outcome,
      warnings,
      causal: causality.causal,
      validation: validation.summary,
    }),
    metrics,
    metric_reasons,
    periods_per_year: annualization.value,
    get equity() {
      return curve();
    },
    get fills() {
      return fills();
    },
    get trades() {
      return trades();
    },
    directions: decided.directions,
    features,
    causality,
    validation: validation.summary,
    validation_detail: validation.detail,
  };
}

/** A value made on first use: rows and curves cost as much as the simulation, and not every caller reads them. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
