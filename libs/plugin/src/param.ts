/** What every kind of parameter says about itself. */
interface ParamBase<T> {
  readonly description?: string;
  /** bars, fraction, bps, per year…: shown in forms and docs. */
  readonly unit?: string;
  /** Absent means the parameter must be given. */
  readonly default?: T;
  /** Other names that users of other libraries write; normalised to the canonical one. */
  readonly aliases?: readonly string[];
}

/** Bounds of a number; an exclusive bound is one the value must not equal. */
export interface Range {
  readonly min?: number;
  readonly max?: number;
  readonly exclusiveMin?: number;
  readonly exclusiveMax?: number;
}

export interface IntParam extends ParamBase<number>, Range {
  readonly type: 'int';
  /** True: may be absent, and stays absent in the normal form. */
  readonly optional?: boolean;
}
export interface NumberParam extends ParamBase<number | string>, Range {
  readonly type: 'number';
  /** True: may be absent, and stays absent in the normal form. */
  readonly optional?: boolean;
  /** A word that may stand in the number's place, such as `auto`. */
  readonly word?: string;
}
export interface FlagParam extends ParamBase<boolean> {
  readonly type: 'flag';
}
export interface TextParam extends ParamBase<string> {
  readonly type: 'text';
  readonly maxLength?: number;
  /** `expression`: a formula that the plug-in parses itself, with errors that say where in the text. */
  readonly format?: 'expression';
  /** True: may be absent, and stays absent in the normal form. */
  readonly optional?: boolean;
}
export interface ChoiceParam<T extends string = string> extends ParamBase<T> {
  readonly type: 'choice';
  readonly choices: readonly T[];
}

/** Several of a list of words, each at most once. */
export interface ListParam extends ParamBase<readonly string[]> {
  readonly type: 'list';
  readonly choices: readonly string[];
}
/** Values to try by parameter name. */
export interface GridParam extends ParamBase<Grid> {
  readonly type: 'grid';
  readonly optional: true;
}
export type Grid = Readonly<Record<string, readonly (number | boolean | string)[]>>;

export type Param = IntParam | NumberParam | FlagParam | TextParam | ChoiceParam | ListParam | GridParam;

/** The parameters of one plug-in by name. */
export type Params = Readonly<Record<string, Param>>;

export type ParamValue = number | boolean | string | readonly string[] | Grid | undefined;

type Given<P> = P extends { readonly type: 'number'; readonly word: infer W extends string }
  ? number | W
  : P extends { readonly type: 'int' | 'number' }
    ? number
    : P extends FlagParam
      ? boolean
      : P extends { readonly type: 'choice'; readonly choices: readonly (infer T)[] }
        ? T
        : P extends ListParam
          ? readonly string[]
          : P extends GridParam
            ? Grid
            : string;

type ValueOf<P> = Given<P> | (P extends { readonly optional: true } ? undefined : never);

/** Values of `P` with every default filled in. */
export type ParamsOf<P extends Params> = { readonly [K in keyof P]: ValueOf<P[K]> };

type Required<P extends Params> = {
  [K in keyof P]: P[K] extends { readonly default: unknown } | { readonly optional: true } ? never : K;
}[keyof P];

/** Values of `P` as a user writes them: what has a default may be left out, and nothing else may be added. */
export type ParamsInput<P extends Params> = { readonly [K in Required<P>]: ValueOf<P[K]> } & {
  readonly [K in Exclude<keyof P, Required<P>>]?: ValueOf<P[K]>;
};

/** A whole number. */
export function int<const O extends Omit<IntParam, 'type'>>(options: O): O & { readonly type: 'int' } {
  return { ...options, type: 'int' };
}

/** A finite number. (`real`, because `number` is the type's name.) */
export function real<const O extends Omit<NumberParam, 'type'>>(options: O): O & { readonly type: 'number' } {
  return { ...options, type: 'number' };
}

/** True or false. */
export function flag<const O extends Omit<FlagParam, 'type'>>(options: O): O & { readonly type: 'flag' } {
  return { ...options, type: 'flag' };
}

/** Free text, such as an expression. */
export function text<const O extends Omit<TextParam, 'type'>>(options: O): O & { readonly type: 'text' } {
  return { ...options, type: 'text' };
}

/** Several of a list of words. */
export function list<const O extends Omit<ListParam, 'type'>>(options: O): O & { readonly type: 'list' } {
  return { ...options, type: 'list' };
}

/** Values to try, by parameter name; may be absent. */
export function grid(options: { readonly description: string }): GridParam {
  return { ...options, type: 'grid', optional: true };
}

/** One of a short list of words. */
export function choice<const T extends string, const O extends Omit<ChoiceParam<T>, 'type' | 'choices'>>(
  choices: readonly T[],
  options: O,
): O & { readonly type: 'choice'; readonly choices: readonly T[] } {
  return { ...options, type: 'choice', choices };
}
