import { defineIndicator, type IndicatorDeclaration, type IndicatorDefinition, type InputName, type Params, type ParamsOf } from '@projecta/plugin';
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
  /** Whether the bar has a value at all; from the first bar on that does not, every output is undefined. Default: inputs that are not NaN. */
  accepts?(bar: Bar<I>): boolean;
}

/**
 * Makes a plug-in of an indicator of the `technicalindicators` package.
 * Bars are fed one at a time, so each value lands on the bar it belongs to and cannot know a later one;
 * bars before the inputs begin (NaN) are skipped, values before the warm-up dropped.
 */
export function fromTechnicalIndicators<const P extends Params, const I extends InputName, const O extends string>(
  declaration: LongTailDeclaration<P, I, O>,
): IndicatorDefinition<P, I, O> {
  const { libraryName, start, accepts = hasNumbers, ...about } = declaration;
  return defineIndicator<P, I, O>({
    ...about,
    reference: `technicalindicators 3.1.0 ${libraryName}`,
    compute(inputs, params, outputs) {
      withoutRounding(() => {
        const first = firstDefined(Object.values<Float64Array>(inputs));
        fill({ inputs, outputs, first, warmup: declaration.warmup(params), next: start(params), accepts });
      });
    },
  });
}

interface Run<I extends InputName, O extends string> {
  readonly inputs: Readonly<Record<I, Float64Array>>;
  readonly outputs: Readonly<Record<O, Float64Array>>;
  readonly first: number;
  readonly warmup: number;
  readonly next: Stream<I, O>;
  readonly accepts: (bar: Bar<I>) => boolean;
}

function fill<I extends InputName, O extends string>({ inputs, outputs, first, warmup, next, accepts }: Run<I, O>): void {
  const names = Object.keys(inputs) as I[];
  const columns = Object.entries<Float64Array>(outputs) as [O, Float64Array][];
  const bar = {} as Record<I, number>;
  const n = inputs[names[0]!].length;
  for (let t = first; t < n; t++) {
    for (const name of names) bar[name] = inputs[name][t]!;
    if (!accepts(bar)) return;
    const values = next(bar);
    if (values === undefined || t < first + warmup) continue;
    for (const [name, column] of columns) column[t] = values[name];
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

function hasNumbers(bar: Readonly<Record<string, number>>): boolean {
  for (const name in bar) if (Number.isNaN(bar[name])) return false;
  return true;
}

function firstDefined(columns: readonly Float64Array[]): number {
  let first = 0;
  for (const column of columns) {
    let t = 0;
    while (t < column.length && Number.isNaN(column[t])) t++;
    if (t > first) first = t;
  }
  return first;
}
