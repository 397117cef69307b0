import {
  defineIndicator,
  type IndicatorDeclaration,
  type IndicatorDefinition,
  type InputName,
  type Params,
  type ParamsOf,
} from '@projecta/plugin';
import { getConfig, setConfig } from 'technicalindicators';

/** One bar of the inputs, by name. Reused from bar to bar: read it, do not keep it. */
export type Bar<I extends InputName> = Readonly<Record<I, number>>;

/** Takes the bars one by one and answers with the outputs, or undefined where the library has nothing to say. */
export type Stream<I extends InputName, O extends string> = (bar: Bar<I>) => Readonly<Record<O, number>> | undefined;

/** An indicator of the library: a declaration whose function is a stream over bars. */
export interface LongTailDeclaration<P extends Params, I extends InputName, O extends string> extends Omit<
  IndicatorDeclaration<P, I, O>,
  'compute' | 'warmup' | 'reference'
> {
  /** What the library calls it. */
  readonly libraryName: string;
  /** Index of the first defined value, counted from the first bar that has all inputs; the same for every output. */
  warmup(params: ParamsOf<P>): number;
  /** Starts the library's own streaming object for one run over the bars. */
  start(params: ParamsOf<P>): Stream<I, O>;
  /** Whether the library can take a bar that has all inputs; outputs are undefined where it cannot, and start over behind it. */
  accepts?(bar: Bar<I>): boolean;
}

/**
 * Makes a plug-in of an indicator of the `technicalindicators` package.
 * Bars are fed one at a time, so each value lands on the bar it belongs to and cannot know a later one.
 * Every run of bars that have all inputs is computed anew, as the core does; values before its warm-up are dropped.
 */
export function fromTechnicalIndicators<const P extends Params, const I extends InputName, const O extends string>(
  declaration: LongTailDeclaration<P, I, O>,
): IndicatorDefinition<P, I, O> {
  const { libraryName, start, accepts, ...about } = declaration;
  return defineIndicator<P, I, O>({
    ...about,
    reference: `technicalindicators 3.1.0 ${libraryName}`,
    compute(inputs, params, outputs) {
      const warmup = declaration.warmup(params);
      withoutRounding(() => fill({ about, inputs, outputs, warmup, accepts, start: () => start(params) }));
    },
  });
}

interface Run<I extends InputName, O extends string> {
  readonly about: { readonly inputs: readonly I[]; readonly outputs: readonly O[] };
  readonly inputs: Readonly<Record<I, Float64Array>>;
  readonly outputs: Readonly<Record<O, Float64Array>>;
  readonly warmup: number;
  readonly accepts: ((bar: Bar<I>) => boolean) | undefined;
  readonly start: () => Stream<I, O>;
}

function fill<I extends InputName, O extends string>({ about, inputs, outputs, warmup, accepts, start }: Run<I, O>): void {
  const names = about.inputs;
  const columns = names.map((name) => inputs[name]);
  const outputNames = about.outputs;
  const outputColumns = outputNames.map((name) => outputs[name]);
  const bar = {} as Record<I, number>;
  const n = columns[0]!.length;
  let next: Stream<I, O> | undefined;
  let first = 0;
  for (let t = 0; t < n; t++) {
    let whole = true;
    for (let i = 0; i < names.length; i++) {
      const value = columns[i]![t]!;
      bar[names[i]!] = value;
      whole &&= !Number.isNaN(value);
    }
    if (!whole || accepts?.(bar) === false) {
      next = undefined;
      continue;
    }
    if (next === undefined) {
      next = start();
      first = t;
    }
    const values = next(bar);
    if (values === undefined || t < first + warmup) continue;
    for (let i = 0; i < outputNames.length; i++) outputColumns[i]![t] = values[outputNames[i]!];
  }
}

/**
 * The package has a process-wide `precision` setting that would round every value by toPrecision.
 * It is switched off while we compute and put back as it was, so that no other user of the package can change a result.
 */
function withoutRounding(compute: () => void): void {
  const precision: unknown = getConfig('precision');
  setConfig('precision', undefined);
  try {
    compute();
  } finally {
    setConfig('precision', precision);
  }
}
