import { formatInstant, parseInstant } from '@projecta/candles';
import { type Problem, quote, ValidationFailed } from '@projecta/errors';
import { checkParams, isPlainObject, type Params } from '@projecta/plugin';
import type { ExecutionSettings, RiskSettings } from '@projecta/simulator';
import type { Catalogue } from '../catalogue.js';
import { configProblems } from './config-problems.js';
import { dualSmaWindows } from './dual-sma-windows.js';
import { methodCalls } from './fits.js';
import { gridProblems } from './grid-problems.js';
import { guardInput } from './guard-input.js';
import type { NormalizedIndicator, NormalizedRunConfig, ParamValues } from './normalized-run-config.js';
import { checkCall } from './plugin-call.js';
import type { RunConfig } from './run-config.js';
import { EXECUTION, METRIC_SETTINGS, RISK, TOP } from './settings.js';

/**
 * The normal form of a submitted RunConfig: aliases and defaults explicit, instants normalised, absent optional keys absent.
 * @throws ValidationFailed with every problem at once
 */
export function normalizeConfig(submitted: unknown, catalogue: Catalogue): NormalizedRunConfig {
  const guarded = isPlainObject(submitted)
    ? guardInput(submitted)
    : [{ path: '', code: 'WRONG_TYPE' as const, message: `a RunConfig must be a JSON object, not ${quote(submitted)}.` }];
  if (guarded.length > 0) throw new ValidationFailed(guarded, 'The RunConfig');
  const config = defined(submitted as Readonly<Record<string, unknown>>) as unknown as RunConfig;
  const prepared = withDualSmaWindows(config, catalogue);
  const problems = configProblems(prepared, catalogue);
  const order = problems.length === 0 ? dateOrder(prepared) : [];
  if (problems.length + order.length > 0) throw new ValidationFailed([...problems, ...order], 'The RunConfig');
  const normal = normalForm(prepared, catalogue);
  const ofGrid = gridProblems(normal, catalogue);
  if (ofGrid.length > 0) throw new ValidationFailed(ofGrid, 'The RunConfig');
  return normal;
}

function normalForm(config: RunConfig, catalogue: Catalogue): NormalizedRunConfig {
  const { risk = {}, execution = {} } = config;
  const slippage = execution.slippage_model ?? {};
  const call = (kind: keyof Catalogue, name: string, params: unknown) => ({ name, params: paramsOf(catalogue, kind, name, params) });
  const model = (kind: keyof Catalogue, name: string, params: unknown) => ({
    model: name,
    params: paramsOf(catalogue, kind, name, params),
  });
  return {
    symbol: config.symbol,
    timeframe: config.timeframe,
    start: formatInstant(parseInstant(config.start, '/start')),
    end: formatInstant(parseInstant(config.end, '/end')),
    indicators: indicatorsOf(config, catalogue),
    features: config.features ?? TOP.features.default,
    strategy: call('strategy', config.strategy.name, config.strategy.params),
    risk: {
      ...model('risk_model', risk.model ?? 'fixed_fraction', risk.params),
      ...(fields(RISK, risk) as unknown as RiskSettings),
      rebalance: risk.rebalance ?? 'on_change',
    },
    execution: {
      ...(fields(EXECUTION, execution) as unknown as ExecutionSettings),
      slippage_model: model('slippage_model', slippage.model ?? 'none', slippage.params),
    },
    validation: Object.fromEntries(
      methodCalls(config.validation, '').map(({ name, params }) => [name, paramsOf(catalogue, 'validation_method', name, params)]),
    ),
    metrics: fields(METRIC_SETTINGS, config.metrics ?? {}) as unknown as NormalizedRunConfig['metrics'],
    seed: config.seed ?? TOP.seed.default,
  };
}

/** Drops keys whose value is undefined: in code they are how an option is left out. */
function defined<T>(value: T): T {
  if (Array.isArray(value)) return value.map(defined) as T;
  if (!isPlainObject(value)) return value;
  return Object.fromEntries(Object.entries(value).flatMap(([key, inner]) => (inner === undefined ? [] : [[key, defined(inner)]]))) as T;
}

function withDualSmaWindows(config: RunConfig, catalogue: Catalogue): RunConfig {
  const { strategy, indicators } = config;
  if (!isPlainObject(strategy) || strategy.name !== 'dual_sma' || !Array.isArray(indicators)) return config;
  if (strategy.params !== undefined && !isPlainObject(strategy.params)) return config;
  return { ...config, strategy: { ...strategy, params: dualSmaWindows(strategy.params, indicatorsOf(config, catalogue)) } };
}

/** The config's indicators with defaults written out; those with problems are left for the checks to name. */
function indicatorsOf({ indicators = [] }: RunConfig, catalogue: Catalogue): NormalizedIndicator[] {
  return indicators.flatMap((one) => {
    if (!isPlainObject(one) || typeof one.name !== 'string') return [];
    const { params, problems } = checkCall(catalogue, 'indicator', { name: one.name, params: one.params, namePath: '', paramsPath: '' });
    return problems.length > 0 ? [] : [{ name: one.name, params }];
  });
}

function dateOrder({ start, end }: RunConfig): Problem[] {
  if (parseInstant(start, '/start') < parseInstant(end, '/end')) return [];
  return [
    { path: '/end', code: 'DATE_ORDER', message: `end (${quote(end)}) must come after start (${quote(start)}); the span is [start, end).` },
  ];
}

function paramsOf(catalogue: Catalogue, kind: keyof Catalogue, name: string, params: unknown): ParamValues {
  return checkCall(catalogue, kind, { name, params, namePath: '', paramsPath: '' }).params;
}

/** The declared fields among others, defaults written out. */
function fields(declared: Params, given: object): ParamValues {
  const own = Object.fromEntries(Object.entries(given).filter(([key]) => Object.hasOwn(declared, key)));
  return checkParams(declared, own, '').params as ParamValues;
}
