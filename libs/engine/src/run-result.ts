import type { Candles } from '@projecta/candles';
import type { MetricReasons, Metrics } from '@projecta/metrics';
import type { Reason } from '@projecta/simulator';
import type { CausalityCertificate } from './causality/certificate.js';
import type { NormalizedRunConfig } from './config/normalized-run-config.js';
import type { RunIdentity } from './identity.js';
import type { ValidationSummary, ValidationTrial } from './validation-summary.js';

/** One fill: a row of fills.parquet. Times epoch ms, money in the quote currency. */
export interface Fill {
  readonly bar: number;
  readonly ts: number;
  readonly side: 1 | -1;
  readonly quantity: number;
  readonly base_price: number;
  readonly price: number;
  readonly notional: number;
  readonly fee: number;
  readonly slippage: number;
  readonly delay: number;
  readonly decision_close: number;
  readonly reason: Reason;
  readonly synthetic: boolean;
}

/** One round trip: a row of trades.parquet. */
export interface Trade {
  readonly side: 1 | -1;
  readonly entry_bar: number;
  readonly entry_ts: number;
  readonly exit_bar: number;
  readonly exit_ts: number;
  readonly quantity: number;
  readonly entry_price: number;
  readonly exit_price: number;
  readonly gross_pnl: number;
  readonly net_pnl: number;
  /** Net P&L / entry notional; null where that is 0. */
  readonly return: number | null;
  readonly fees: number;
  readonly slippage: number;
  readonly borrow: number;
  readonly bars_held: number;
  readonly reason: Reason;
  readonly mae: number;
  readonly mfe: number;
  readonly ambiguous: boolean;
  readonly equity_at_entry: number;
}

/** Columns over the bars of the run: equity.parquet. */
export interface EquityCurve {
  readonly ts: Float64Array;
  readonly equity: Float64Array;
  readonly cash: Float64Array;
  readonly position: Float64Array;
  readonly drawdown: Float64Array;
  readonly exposure: Float64Array;
}

/** Where the money went, from the P&L of perfect fills to the net. Costs are positive. */
export interface Attribution {
  readonly ideal_pnl: number;
  readonly delay: number;
  readonly slippage: number;
  readonly fees: number;
  readonly borrow: number;
  readonly net_pnl: number;
  readonly break_even_cost_multiple: number | null;
}

export interface Band {
  readonly low: number;
  readonly high: number;
}

/** Both readings of the bars that touched stop and target. */
export interface AmbiguityBand {
  readonly ambiguous_bars: number;
  readonly final_equity: Band;
  readonly total_return: Band;
  readonly sharpe: { readonly low: number | null; readonly high: number | null };
}

export interface OpenTradeSummary {
  readonly side: 1 | -1;
  readonly entry_bar: number;
  readonly entry_ts: number;
  readonly quantity: number;
  readonly position: number;
  readonly average_price: number;
  readonly gross_pnl: number;
  readonly unrealised_pnl: number;
  readonly fees: number;
  readonly slippage: number;
  readonly borrow: number;
  readonly mae: number;
  readonly mfe: number;
  readonly equity_at_entry: number;
}

export type WarningCode =
  | 'NOT_CAUSAL'
  | 'ANNUALIZATION_GUESSED'
  | 'GAPS'
  | 'RUINED'
  | 'FEW_TRADES'
  | 'AMBIGUOUS_FILLS'
  | 'ORDERS_CLIPPED'
  | 'ORDERS_DROPPED'
  | 'METRIC_NULL';

export interface RunWarning {
  readonly code: WarningCode;
  readonly message: string;
}

/** summary.json: everything about a run that fits on a page. */
export interface RunSummary {
  readonly run_hash: string;
  readonly config_hash: string;
  readonly data_hash: string;
  readonly symbol: string;
  readonly timeframe: string;
  readonly start: string;
  readonly end: string;
  readonly bars: number;
  readonly gaps: number;
  readonly metrics: Metrics;
  readonly metric_reasons: MetricReasons;
  readonly ambiguity_band: AmbiguityBand | null;
  readonly attribution: Attribution;
  readonly open_trade: OpenTradeSummary | null;
  readonly warnings: readonly RunWarning[];
  readonly causal: boolean;
  /** Verdicts by method; the numbers stand in validation_summary.json. */
  readonly validation: Readonly<Record<string, string>>;
}

/** A run and all that belongs to it. */
export interface RunResult {
  readonly run_hash: string;
  readonly config_hash: string;
  readonly data_hash: string;
  readonly identity: RunIdentity;
  readonly config: NormalizedRunConfig;
  /** The bars of the run, resampled and sliced. */
  readonly candles: Candles;
  readonly summary: RunSummary;
  readonly metrics: Metrics;
  readonly metric_reasons: MetricReasons;
  readonly periods_per_year: number;
  readonly equity: EquityCurve;
  readonly fills: readonly Fill[];
  readonly trades: readonly Trade[];
  /** d_t of every bar: the decisions as the certificate checked them. */
  readonly directions: Float64Array;
  /** Columns of config.indicators by feature name. */
  readonly features: Readonly<Record<string, Float64Array>>;
  readonly causality: CausalityCertificate;
  readonly validation: ValidationSummary;
  readonly validation_detail: readonly ValidationTrial[];
}
