import type { Params, ParamsOf, RiskModelDefinition, SlippageModelDefinition, StrategyDefinition } from '@projecta/plugin';
import type { ExecutionSettings, RiskSettings } from '@projecta/simulator';
import type { Catalogue } from '../catalogue.js';
import type { NormalizedRunConfig } from '../config/normalized-run-config.js';

/** A config with its names looked up: what the compute core runs, on the run's candles or on any others. */
export interface RunPlan {
  readonly strategy: StrategyDefinition;
  readonly strategyParams: ParamsOf<Params>;
  readonly longOnly: boolean;
  readonly riskModel: RiskModelDefinition;
  readonly riskParams: ParamsOf<Params>;
  readonly slippageModel: SlippageModelDefinition;
  readonly slippageParams: ParamsOf<Params>;
  readonly risk: RiskSettings;
  readonly execution: ExecutionSettings;
  /** Bars a year, decided once for the run and all its trials (C2). */
  readonly periodsPerYear: number;
  /** The risk model is a user's: the certificate checks its weights too. */
  readonly ownRiskModel: boolean;
  /** The slippage model is a user's. */
  readonly ownSlippageModel: boolean;
}

/** Looks a normalised config's plug-ins up. */
export function planOf(config: NormalizedRunConfig, catalogue: Catalogue, builtIn: Catalogue, periodsPerYear: number): RunPlan {
  const { strategy, risk, execution } = config;
  return {
    strategy: catalogue.strategy.get(strategy.name)!,
    strategyParams: strategy.params,
    longOnly: strategy.params['long_only'] === true,
    riskModel: catalogue.risk_model.get(risk.model)!,
    riskParams: risk.params,
    slippageModel: catalogue.slippage_model.get(execution.slippage_model.model)!,
    slippageParams: execution.slippage_model.params,
    risk,
    execution,
    periodsPerYear,
    ownRiskModel: !builtIn.risk_model.has(risk.model),
    ownSlippageModel: !builtIn.slippage_model.has(execution.slippage_model.model),
  };
}
