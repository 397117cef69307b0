import type { ParamValue } from '@projecta/plugin';
import type { ExecutionSettings, RiskSettings } from '@projecta/simulator';

export type ParamValues = Readonly<Record<string, Exclude<ParamValue, undefined>>>;

export interface NormalizedIndicator {
  readonly name: string;
  readonly params: ParamValues;
}

/** A RunConfig with every default written out, aliases resolved and instants normalised: its SHA-256 is the config_hash. */
export interface NormalizedRunConfig {
  readonly symbol: string;
  readonly timeframe: string;
  readonly start: string;
  readonly end: string;
  readonly indicators: readonly NormalizedIndicator[];
  readonly features: boolean;
  readonly strategy: { readonly name: string; readonly params: ParamValues };
  readonly risk: RiskSettings & { readonly model: string; readonly params: ParamValues };
  readonly execution: ExecutionSettings & { readonly slippage_model: { readonly model: string; readonly params: ParamValues } };
  readonly validation: Readonly<Record<string, ParamValues>>;
  readonly metrics: { readonly annualization: 'auto' | number; readonly risk_free: number };
  readonly seed: number;
}
