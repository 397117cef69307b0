import type { Candles } from '@projecta/candles';
import type { MetricReasons, Metrics } from '@projecta/metrics';
import type { Outcome } from '@projecta/simulator';
import type { NormalizedRunConfig } from '../config/normalized-run-config.js';
import type { AmbiguityBand, Attribution, OpenTradeSummary, RunSummary, RunWarning } from '../run-result.js';
import type { ValidationSummary } from '../validation-summary.js';

interface Parts {
  readonly run_hash: string;
  readonly config_hash: string;
  readonly data_hash: string;
  readonly config: NormalizedRunConfig;
  readonly candles: Candles;
  readonly gaps: number;
  readonly metrics: Metrics;
  readonly metric_reasons: MetricReasons;
  readonly band: AmbiguityBand | null;
  readonly attribution: Attribution;
  readonly outcome: Outcome;
  readonly warnings: readonly RunWarning[];
  readonly causal: boolean;
  readonly validation: ValidationSummary;
}

/** summary.json of a run. */
export function summaryOf(parts: Parts): RunSummary {
  const { config, candles, outcome } = parts;
  return {
    run_hash: parts.run_hash,
    config_hash: parts.config_hash,
    data_hash: parts.data_hash,
    symbol: config.symbol,
    timeframe: config.timeframe,
    start: config.start,
    end: config.end,
    bars: candles.ts.length,
    gaps: parts.gaps,
    metrics: parts.metrics,
    metric_reasons: parts.metric_reasons,
    ambiguity_band: parts.band,
    attribution: parts.attribution,
    open_trade: openTrade(outcome, candles),
    warnings: parts.warnings,
    causal: parts.causal,
    validation: Object.fromEntries(Object.entries(parts.validation).map(([method, { verdict }]) => [method, verdict as string])),
  };
}

function openTrade({ open_trade: trade }: Outcome, { ts }: Candles): OpenTradeSummary | null {
  return trade ? { ...trade, entry_ts: ts[trade.entry_bar]! } : null;
}
