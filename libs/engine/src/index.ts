export {
  type AmbiguityBand,
  type Attribution,
  type Band,
  type EquityCurve,
  type Fill,
  type OpenTradeSummary,
  type RunResult,
  type RunSummary,
  type RunWarning,
  type Trade,
  type WarningCode,
} from './run-result.js';
export { type CausalityCertificate } from './causality/certificate.js';
export { type NormalizedRunConfig } from './config/normalized-run-config.js';
export { type PluginIdentity, type RunIdentity } from './identity.js';
export { type ValidationSummary, type ValidationTrial } from './validation-summary.js';
