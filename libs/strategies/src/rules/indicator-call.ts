import {
  checkParams,
  checkValue,
  type IndicatorDefinition,
  type IndicatorRef,
  type Param,
  type Params,
  type ParamsOf,
} from '@projecta/plugin';
import type { Fault } from './bad-expression.js';

/** An argument that is the same at every bar, and where it stands. */
export interface ConstantArgument {
  readonly column: number;
  /** Undefined when it is no constant number. */
  readonly value: number | undefined;
  /** It has a fault of its own, which is told already. */
  readonly isFaulty: boolean;
}

/** `sma(series, window)`: how an indicator is called. */
export function usage(definition: IndicatorDefinition): string {
  const series = takesSeries(definition) ? ['series'] : [];
  return `${definition.name}(${[...series, ...Object.keys(definition.params)].join(', ')})`;
}

/** Whether the first argument is a series; the others are computed from the bars. */
export function takesSeries({ inputs }: IndicatorDefinition): boolean {
  return inputs.includes('source');
}

/**
 * Binds the arguments behind the series, which go by the order of the declaration (B5), to an indicator; every default is written out.
 * @returns the indicator, or what is wrong
 */
export function boundIndicator(
  definition: IndicatorDefinition,
  args: readonly ConstantArgument[],
  column: number,
): IndicatorRef | readonly Fault[] {
  const declared = Object.entries(definition.params);
  const extra = args[declared.length];
  if (extra) {
    const takes = takesSeries(definition) ? 'takes no more arguments' : 'is computed from the bars themselves and takes no more arguments';
    return [{ column: extra.column, message: `${definition.name} ${takes}; write ${usage(definition)}.` }];
  }
  const faults = args.flatMap((arg, i) => argumentFault(definition.name, declared[i]!, arg));
  if (faults.length > 0 || args.some(({ isFaulty }) => isFaulty)) return faults;
  const given = Object.fromEntries(args.map(({ value }, i) => [declared[i]![0], value]));
  const { params, problems } = checkParams(definition.params, given, '');
  if (problems.length > 0) return problems.map(({ message }) => ({ column, message: `${definition.name}: ${message}` }));
  const clash = definition.check?.(params as ParamsOf<Params>);
  if (!clash) return { indicator: definition, params };
  const at = args[Object.keys(definition.params).indexOf(clash.param)];
  return [{ column: at?.column ?? column, message: `${definition.name}: ${clash.message}` }];
}

function argumentFault(indicator: string, [name, param]: readonly [string, Param], { column, value, isFaulty }: ConstantArgument): Fault[] {
  if (isFaulty) return [];
  const whose = `the ${name} of ${indicator}`;
  if (value === undefined) return [{ column, message: `${whose} must be a plain number, the same at every bar.` }];
  const problem = checkValue(param, value, '');
  return problem ? [{ column, message: `${whose} ${problem.message}` }] : [];
}
