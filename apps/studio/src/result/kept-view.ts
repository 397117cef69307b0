import type { RunResult } from '@projecta/engine';
import { runView, type RunView } from '@projecta/report';
import type { CompletedRun } from './completed-run.js';
import type { RunTables } from './run-tables.js';

/** A kept run as the reports' sections take it, put together from what it left; where its candles are gone, prices are NaN. */
export async function keptView(run: CompletedRun, tables: RunTables): Promise<RunView> {
  const [{ candles }, equity, trades, fills, validation, validation_detail, causality] = await Promise.all([
    tables.candles(),
    tables.equity(),
    tables.trades(),
    tables.fills(),
    tables.validation(),
    tables.detail(),
    tables.causality(),
  ]);
  const { run_hash, config_hash, data_hash, symbol, timeframe, start, end, bars, metrics, metric_reasons } = run;
  const config = run.config as unknown as RunResult['config'];
  const summary = {
    ...{ run_hash, config_hash, data_hash, symbol, timeframe, start, end, bars, metrics, metric_reasons },
    gaps: run.gaps ?? 0,
    ambiguity_band: run.ambiguity_band,
    attribution: run.attribution,
    open_trade: run.open_trade,
    warnings: run.warnings,
    causal: causality.causal,
    validation: run.validation ?? {},
  } as RunResult['summary'];
  const result: RunResult = {
    ...{
      run_hash,
      config_hash,
      data_hash,
      config,
      summary,
      metrics,
      metric_reasons,
      equity,
      trades,
      fills,
      validation,
      validation_detail,
      causality,
    },
    identity: { config, data: run.data, engine: run.engine, plugins: run.plugins } as RunResult['identity'],
    candles: candles ?? unknown(equity.ts),
    periods_per_year: metrics.periods_per_year ?? 0,
    directions: new Float64Array(0),
    features: {},
  };
  return runView(result);
}

/** Prices that nobody knows, for sections that need the times of bars. */
function unknown(ts: Float64Array): RunResult['candles'] {
  const none = new Float64Array(ts.length).fill(NaN);
  return { ts, open: none, high: none, low: none, close: none };
}
