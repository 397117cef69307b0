import type { PriceColumn } from '@projecta/candles';
import type { ErrorCode } from '@projecta/errors';
import type { About } from './about.js';
import type { IndicatorDefinition, IndicatorRef } from './indicator.js';
import { flag, type Params, type ParamsInput, type ParamsOf } from './param.js';

/** Indicators a strategy asks for, by the name it reads them under. */
export type Features = Readonly<Record<string, IndicatorRef>>;

type ColumnOf<R> = R extends IndicatorRef<infer O> ? (IsUnion<O> extends true ? Readonly<Record<O, Float64Array>> : Float64Array) : never;
type IsUnion<T, U = T> = (T extends unknown ? ([U] extends [T] ? 0 : 1) : never) extends 0 ? false : true;

/** What a vector strategy reads: price columns by name, one-output features as a column, others as columns by output. */
export type StrategyColumns<I extends PriceColumn, F extends Features> = { readonly [K in I]: Float64Array } & {
  readonly [K in keyof F]: ColumnOf<F[K]>;
};

type FeatureName<F extends Features> = {
  [K in keyof F & string]: F[K] extends IndicatorRef<infer O> ? (IsUnion<O> extends true ? `${K}.${O}` : K) : never;
}[keyof F & string];

/** What a step strategy sees at the close of bar t: bars 0..t, features up to t, and its own position. `ago` counts bars back and cannot be negative. */
export interface BarView<N extends string = string> {
  readonly t: number;
  ts(ago?: number): number;
  open(ago?: number): number;
  high(ago?: number): number;
  low(ago?: number): number;
  close(ago?: number): number;
  volume(ago?: number): number;
  vwap(ago?: number): number;
  /** A feature column's value, NaN while undefined; `name.output` for an indicator of several outputs. */
  feature(name: N, ago?: number): number;
  /** Units held, negative when short. */
  readonly position: number;
  /** Average fill price of the position, NaN when flat. */
  readonly entryPrice: number;
  readonly equity: number;
}

/** Something wrong with the value of one parameter that its declaration cannot say. */
export interface ParamProblem {
  readonly param: string;
  readonly code: ErrorCode;
  /** What is wrong and what to do; it follows the parameter's path. */
  readonly message: string;
}

/** Every indicator that a config can name, a user's own among them. */
export type IndicatorCatalogue = ReadonlyMap<string, IndicatorDefinition>;

interface StrategyBase<P extends Params, F extends Features> extends About {
  readonly params: P;
  /** A rule between parameters; undefined when they fit together. */
  check?(params: ParamsOf<P>): { readonly param: string; readonly message: string } | undefined;
  /** All that is wrong with single values, such as texts that do not parse; values that break their declaration are absent. */
  problems?(params: Partial<ParamsOf<P>>): readonly ParamProblem[];
  features?(params: ParamsOf<P>): F;
  /** Indicators that it computes on series of its own, beside its features: they too are part of the run's identity. */
  ownIndicators?(params: ParamsOf<P>): readonly IndicatorDefinition[];
  /** This strategy over another catalogue, for one whose parameters name indicators. */
  withIndicators?(indicators: IndicatorCatalogue): StrategyDefinition;
  /** Index of the first bar with an opinion; default: the latest warm-up of the features. */
  warmup?(params: ParamsOf<P>): number;
}

export interface VectorDeclaration<P extends Params, I extends PriceColumn, F extends Features> extends StrategyBase<P, F> {
  readonly inputs?: readonly I[];
  /** Price columns beside `inputs` that depend on the parameters. */
  inputsOf?(params: ParamsOf<P>): readonly PriceColumn[];
  /**
   * Fills out[t] (given full of NaN) with +1, 0, −1 or a fraction between; NaN = no opinion. Must not read past t for t.
   * `scratch` gives columns for the length of the call, with anything in them; without it they are allocated.
   */
  target(columns: StrategyColumns<I, F>, params: ParamsOf<P>, out: Float64Array, scratch?: (length: number) => Float64Array): void;
}

export interface StepDeclaration<P extends Params, F extends Features, S> extends StrategyBase<P, F> {
  /** A fresh state for one run. */
  start?(params: ParamsOf<P>): S;
  /** The direction at the close of bar t: +1, 0, −1 or a fraction between; NaN = no opinion. */
  onBar(view: BarView<FeatureName<F>>, state: S, params: ParamsOf<P>): number;
}

type WithLongOnly<P extends Params> = P & { readonly long_only: ReturnType<typeof longOnly> };

/** A strategy of any parameters, as lists and the engine hold it: column and parameter types are erased, their values checked when a run is bound. */
export interface VectorStrategy extends VectorDeclaration<Params, PriceColumn, Features> {
  readonly kind: 'strategy';
  readonly form: 'vector';
}
export interface StepStrategy extends StepDeclaration<Params, Features, unknown> {
  readonly kind: 'strategy';
  readonly form: 'step';
}
export type StrategyDefinition = VectorStrategy | StepStrategy;

/** The price columns that a strategy reads itself, not through its features. */
export function inputsOf(strategy: StrategyDefinition, params: ParamsOf<Params>): readonly PriceColumn[] {
  if (strategy.form === 'step') return [];
  return [...new Set([...(strategy.inputs ?? []), ...(strategy.inputsOf?.(params) ?? [])])];
}

/** What `defineStrategy` adds: the typed way to write the strategy in a config. */
export interface Configurable<P extends Params> {
  readonly params: WithLongOnly<P>;
  with(params?: ParamsInput<WithLongOnly<P>>): { readonly name: string; readonly params: ParamsInput<WithLongOnly<P>> };
}

const longOnly = () => flag({ default: false, description: 'Never short: a negative direction becomes 0.' });

/** Declares a strategy in vector form (`target` over whole columns) or step form (`onBar` once a bar). Every strategy takes `long_only` too. */
export function defineStrategy<
  const P extends Params,
  const I extends PriceColumn = never,
  const F extends Features = Record<never, never>,
>(declaration: VectorDeclaration<P, I, F>): VectorStrategy & Configurable<P>;
export function defineStrategy<const P extends Params, const F extends Features = Record<never, never>, S = undefined>(
  declaration: StepDeclaration<P, F, S>,
): StepStrategy & Configurable<P>;
export function defineStrategy(declared: object): object {
  const declaration = declared as VectorStrategy | StepStrategy;
  const common = {
    kind: 'strategy',
    params: { ...declaration.params, long_only: longOnly() },
    with: (params?: object) => ({ name: declaration.name, params: { ...params } }),
  };
  return { ...declaration, ...common, form: 'onBar' in declaration ? 'step' : 'vector' };
}
