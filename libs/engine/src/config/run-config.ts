import type { ExecutionSettings, RiskSettings } from '@projecta/simulator';

type Values = Readonly<Record<string, unknown>>;

/** What a user may write; everything absent has a default. Field meanings: the table of contract.md. */
export interface RunConfig {
  readonly symbol: string;
  readonly timeframe: string;
  /** `YYYY-MM-DD` (midnight UTC), an ISO 8601 instant with zone, or epoch ms. The span is [start, end). */
  readonly start: string | number;
  readonly end: string | number;
  readonly indicators?: readonly { readonly name: string; readonly params?: Values }[];
  readonly features?: boolean;
  readonly strategy: { readonly name: string; readonly params?: Values };
  readonly risk?: Partial<RiskSettings> & { readonly model?: string; readonly params?: Values };
  readonly execution?: Partial<ExecutionSettings> & { readonly slippage_model?: { readonly model?: string; readonly params?: Values } };
  readonly validation?: Readonly<Record<string, Values>>;
  readonly metrics?: { readonly annualization?: 'auto' | number; readonly risk_free?: number };
  readonly seed?: number;
}
