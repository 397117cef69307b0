import type { PriceColumn } from '@projecta/candles';
import type { About } from './about.js';
import type { Params, ParamsInput, ParamsOf } from './param.js';

/** A column an indicator reads; `source` is the one the user names (default close). */
export type InputName = PriceColumn | 'source';

/** An indicator with its parameters, as a strategy asks for it. */
export interface IndicatorRef<O extends string = string> {
  readonly indicator: IndicatorDefinition<Params, InputName, O>;
  readonly params: Readonly<Record<string, unknown>>;
  /** The column it is computed from, for a series indicator. */
  readonly source?: PriceColumn;
}

/** The function and the facts of an indicator. Functions are methods so that definitions of different parameters share one list. */
export interface IndicatorDeclaration<P extends Params, I extends InputName, O extends string> extends About {
  readonly params: P;
  readonly inputs: readonly I[];
  readonly outputs: readonly O[];
  /** Index of the first defined value: one for all outputs, or one each. */
  warmup(params: ParamsOf<P>): number | Readonly<Record<O, number>>;
  /** A rule between parameters; undefined when they fit together. */
  check?(params: ParamsOf<P>): { readonly param: string; readonly message: string } | undefined;
  /** Fills the outputs (given full of NaN, as long as the inputs) from the warm-up on; must not read past t for t. */
  compute(inputs: Readonly<Record<I, Float64Array>>, params: ParamsOf<P>, outputs: Readonly<Record<O, Float64Array>>): void;
}

export interface IndicatorDefinition<
  P extends Params = Params,
  I extends InputName = InputName,
  O extends string = string,
> extends IndicatorDeclaration<P, I, O> {
  readonly kind: 'indicator';
  /** This indicator with parameters, for a strategy's `features`. */
  of(params?: ParamsInput<P>, source?: PriceColumn): IndicatorRef<O>;
}

/**
 * Declares an indicator: one value from which come its types, defaults, checks, schema and documentation.
 * A misspelt parameter or column in `compute` is a compile error.
 */
export function defineIndicator<const P extends Params, const I extends InputName, const O extends string>(
  declaration: IndicatorDeclaration<P, I, O>,
): IndicatorDefinition<P, I, O> {
  const definition: IndicatorDefinition<P, I, O> = {
    ...declaration,
    kind: 'indicator',
    of: (params, source) => ({ indicator: definition, params: params ?? {}, ...(source === undefined ? {} : { source }) }),
  };
  return definition;
}
