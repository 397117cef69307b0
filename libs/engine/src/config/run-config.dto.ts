import 'reflect-metadata';
import type { Params } from '@projecta/plugin';
import { Allow } from 'class-validator';
import type { Catalogue } from '../catalogue.js';
import { Checked } from './checked.js';
import { CATALOGUE, type CallsOf, Fits, methodCalls, methodConflict, namedCall } from './fits.js';
import { IndicatorList } from './indicator-list.js';
import { NamedDto } from './named.dto.js';
import { Nested } from './nested.js';
import { declared, instantProblem, nameProblem, rebalanceProblem, symbolProblem, timeframeProblem } from './problems.js';
import { EXECUTION, METRIC_SETTINGS, RISK, TOP } from './settings.js';

/** Checks a field under one of our declarations. */
const Declared = (param: Params[string]) => Checked(declared(param));

export class SlippageModelDto {
  @Checked(nameProblem) model?: string;
  @Allow() params?: object;
}

export class RiskDto {
  @Checked(nameProblem) model?: string;
  @Allow() params?: object;
  @Declared(RISK.max_leverage) max_leverage?: number;
  @Checked(rebalanceProblem) rebalance?: unknown;
  @Declared(RISK.stop_loss) stop_loss?: number;
  @Declared(RISK.take_profit) take_profit?: number;
  @Declared(RISK.trailing_stop) trailing_stop?: number;
  @Declared(RISK.max_bars_held) max_bars_held?: number;
}

const slippageCall: CallsOf = (value, path) =>
  namedCall('slippage_model', 'model', 'none')((value as ExecutionDto | null)?.slippage_model, `${path}/slippage_model`);

export class ExecutionDto {
  @Declared(EXECUTION.fill_price) fill_price?: string;
  @Declared(EXECUTION.sizing) sizing?: string;
  @Nested(() => SlippageModelDto) slippage_model?: SlippageModelDto;
  @Declared(EXECUTION.slippage_bps) slippage_bps?: number;
  @Declared(EXECUTION.fee_bps) fee_bps?: number;
  @Declared(EXECUTION.fee_per_unit) fee_per_unit?: number;
  @Declared(EXECUTION.fee_fixed) fee_fixed?: number;
  @Declared(EXECUTION.fee_min) fee_min?: number;
  @Declared(EXECUTION.borrow_cost_bps) borrow_cost_bps?: number;
  @Declared(EXECUTION.lot_size) lot_size?: number;
  @Declared(EXECUTION.volume_limit) volume_limit?: number;
  @Declared(EXECUTION.zero_volume) zero_volume?: string;
  @Declared(EXECUTION.flatten_end) flatten_end?: boolean;
  @Declared(EXECUTION.initial_cash) initial_cash?: number;
}

export class MetricSettingsDto {
  @Declared(METRIC_SETTINGS.annualization) annualization?: number | string;
  @Declared(METRIC_SETTINGS.risk_free) risk_free?: number;
}

/** A RunConfig as it comes in: the one description of its shape, for the engine, the command line and the API. */
export class RunConfigDto {
  /** The plug-ins its calls are looked up in; a symbol, so that no input can name it. */
  [CATALOGUE]?: Catalogue;

  @Checked(symbolProblem, { required: true }) symbol: string;
  @Checked(timeframeProblem, { required: true }) timeframe: string;
  @Checked(instantProblem, { required: true }) start: string | number;
  @Checked(instantProblem, { required: true }) end: string | number;

  @IndicatorList() indicators?: NamedDto[];

  @Declared(TOP.features) features?: boolean;

  @Nested(() => NamedDto, { required: true })
  @Fits(namedCall('strategy', 'name'))
  strategy: NamedDto;

  @Nested(() => RiskDto) @Fits(namedCall('risk_model', 'model', 'fixed_fraction')) risk?: RiskDto;
  @Nested(() => ExecutionDto) @Fits(slippageCall) execution?: ExecutionDto;
  @Checked(methodConflict) @Fits(methodCalls) validation?: object;
  @Nested(() => MetricSettingsDto) metrics?: MetricSettingsDto;
  @Declared(TOP.seed) seed?: number;
}
