export { REASONS, type FillColumns, type Reason, type TradeColumns } from './ledger.js';
export type { ExecutionSettings, FillPrice, Rebalance, RiskSettings } from './settings.js';
export type { Decide, OpenTrade, Outcome, Simulation } from './simulation.js';
export { executionLuck, type ExecutionLuck } from './execution-luck.js';
export { simulate } from './simulate.js';
