export { REASONS, type FillColumns, type Reason, type TradeColumns } from './ledger.js';
export { type ExecutionSettings, type FillPrice, type Rebalance, type RiskSettings } from './settings.js';
export { type Decide, type OpenTrade, type Outcome, type Simulation } from './simulation.js';
export { simulate } from './simulate.js';
