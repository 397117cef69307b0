import type { PriceColumn } from '@projecta/candles';
import type { About } from './about.js';
import type { Params, ParamsOf } from './param.js';

/** Target weight (signed fraction of equity) for a direction at the close of bar t; NaN = not yet defined. Direction 0 is never asked. */
export type Weight = (t: number, direction: number) => number;

export interface RiskModelDeclaration<P extends Params, I extends PriceColumn> extends About {
  readonly params: P;
  readonly inputs?: readonly I[];
  check?(params: ParamsOf<P>): { readonly param: string; readonly message: string } | undefined;
  /** Binds the model to a run; the answer must use bars 0..t only. Clamping to max_leverage happens outside. */
  bind(columns: Readonly<Record<I, Float64Array>>, params: ParamsOf<P>, market: { readonly periodsPerYear: number }): Weight;
}

export interface RiskModelDefinition<P extends Params = Params, I extends PriceColumn = PriceColumn> extends RiskModelDeclaration<P, I> {
  readonly kind: 'risk_model';
}

/** Declares a risk model: from a direction to a target weight. */
export function defineRiskModel<const P extends Params, const I extends PriceColumn = never>(
  declaration: RiskModelDeclaration<P, I>,
): RiskModelDefinition<P, I> {
  return { ...declaration, kind: 'risk_model' };
}
