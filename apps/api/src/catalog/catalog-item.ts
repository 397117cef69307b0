import { type Catalogue, configParams } from '@projecta/engine';
import { type IndicatorDefinition, paramsSchema, type ParamsSchema, type StrategyDefinition } from '@projecta/plugin';
import { indicatorWarmup, strategyWarmup, type Warmup } from './warmup.js';

/** A plug-in of any kind. */
export type CatalogEntry = Catalogue[keyof Catalogue] extends ReadonlyMap<string, infer Entry> ? Entry : never;

/** A plug-in as a front end sees it. */
export interface CatalogItem {
  readonly kind: keyof Catalogue;
  readonly name: string;
  readonly title: string;
  readonly description: string;
  /** The paper or implementation that it follows. */
  readonly source: string | null;
  /** Of a user's plug-in; null where it is built in. */
  readonly version: string | null;
  /** Columns of the candles that it reads; `source` is the one that its parameter names. */
  readonly inputs: readonly string[];
  /** What it gives: columns, or the keys of its summary. */
  readonly outputs: readonly string[];
  readonly params: ParamsSchema;
  readonly warmup: Warmup | null;
  /** What a validation method compares against. */
  readonly null_hypothesis: string | null;
}

/** What plug-ins give that name no outputs. */
const OUTPUTS: Readonly<Record<Exclude<keyof Catalogue, 'indicator' | 'validation_method'>, readonly string[]>> = {
  strategy: ['direction'],
  risk_model: ['weight'],
  slippage_model: ['price'],
};

/** The keys of each method's part of validation_summary.json, beside those that all have. */
const SUMMARY_KEYS: Readonly<Record<string, readonly string[]>> = {
  permutation: ['method', 'statistic', 'of', 'observed', 'p_value', 'p_value_se', 'trials', 'distribution'],
  block_bootstrap: ['method', 'interval', 'confidence', 'block_length', 'samples', 'metrics'],
  monte_carlo: ['method', 'paths', 'p_ruin', 'final_equity', 'max_drawdown'],
  walk_forward: ['scheme', 'folds', 'out_of_sample', 'efficiency', 'stability'],
  overfitting: [...['pbo', 'pbo_noise_band', 'dsr', 'sidak_p', 'reality_check_p', 'spa_p', 'spa_p_lower', 'spa_p_upper', 'trials', 'best']],
  causality: ['cuts', 'digests', 'covered', 'causal'],
};

export function catalogItem(entry: CatalogEntry): CatalogItem {
  const { kind, name, title, description } = entry;
  const { reference = null, version = null } = entry as { readonly reference?: string; readonly version?: string };
  const inputs = 'inputs' in entry && entry.inputs ? entry.inputs : [];
  const null_hypothesis = ('null_hypothesis' in entry ? entry.null_hypothesis : undefined) ?? null;
  const params = paramsSchema(configParams(entry));
  return {
    kind,
    name,
    title,
    description,
    source: reference,
    version,
    inputs,
    outputs: outputsOf(entry),
    params,
    warmup: warmupOf(entry),
    null_hypothesis,
  };
}

function outputsOf(entry: CatalogEntry): readonly string[] {
  if (entry.kind === 'indicator') return entry.outputs;
  if (entry.kind !== 'validation_method') return OUTPUTS[entry.kind];
  const own = SUMMARY_KEYS[entry.name] ?? [];
  return entry.name === 'causality'
    ? own
    : ['verdict', ...(entry.null_hypothesis === undefined ? [] : ['null_hypothesis']), 'seed', ...own];
}

function warmupOf(entry: CatalogEntry): Warmup | null {
  if (entry.kind === 'indicator') return indicatorWarmup(entry as IndicatorDefinition);
  return entry.kind === 'strategy' ? strategyWarmup(entry as StrategyDefinition) : null;
}
