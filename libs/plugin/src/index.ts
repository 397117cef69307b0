export type { PriceColumn } from '@projecta/candles';
export type { About } from './about.js';
export {
  choice,
  flag,
  grid,
  int,
  list,
  real,
  text,
  type ChoiceParam,
  type FlagParam,
  type Grid,
  type GridParam,
  type IntParam,
  type ListParam,
  type NumberParam,
  type Param,
  type Params,
  type ParamsInput,
  type ParamsOf,
  type ParamValue,
  type TextParam,
} from './param.js';
export { windowOf } from './window.js';
export { checkParams, type CheckedParams } from './check-params.js';
export { checkValue, hint } from './check-value.js';
export { isPlainObject, pointerKey } from './plain-object.js';
export { paramsSchema, type ParamSchema, type ParamsSchema } from './params-schema.js';
export { defineIndicator, type IndicatorDeclaration, type IndicatorDefinition, type IndicatorRef, type InputName } from './indicator.js';
export { computeIndicator, warmupOf, type ComputeOptions, type IndicatorColumns } from './compute-indicator.js';
export {
  defineStrategy,
  inputsOf,
  type BarView,
  type Configurable,
  type Features,
  type IndicatorCatalogue,
  type ParamProblem,
  type StepDeclaration,
  type StepStrategy,
  type StrategyColumns,
  type StrategyDefinition,
  type VectorDeclaration,
  type VectorStrategy,
} from './strategy.js';
export { defineRiskModel, type RiskModelDeclaration, type RiskModelDefinition, type Weight } from './risk-model.js';
export {
  defineSlippageModel,
  type MarketColumns,
  type SlippageModelDeclaration,
  type SlippageModelDefinition,
  type Slip,
} from './slippage-model.js';
