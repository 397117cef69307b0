import type { Params } from '@projecta/plugin';

type Values = Readonly<Record<string, unknown>>;

export interface Affine {
  readonly params: Params;
  readonly defaults: Values;
  /** The function that may be a sum of multiples of whole parameters. */
  readonly at: (values: Values) => number;
}

/** Steps away from the defaults by which a guess is tried, each parameter by another. */
const PROBES = [
  [1, 2, 3, 5],
  [7, 4, 1, 2],
  [2, 11, 5, 3],
  [13, 1, 17, 8],
] as const;

/**
 * The rule that a function of parameters follows, where that is a sum of multiples of whole ones: `2*window - 2`. Null where it is not.
 * It is found by trying, so the words cannot disagree with the code.
 */
export function affineRule({ params, defaults, at }: Affine): string | null {
  const names = Object.keys(params).filter((name) => params[name]?.type === 'int' && typeof defaults[name] === 'number');
  const base = at(defaults);
  const moved = (steps: readonly number[]): Values => ({
    ...defaults,
    ...Object.fromEntries(names.map((name, i) => [name, Number(defaults[name]) + (steps[i] ?? 0)])),
  });
  const slopes = names.map((_, i) => at(moved(names.map((__, j) => (i === j ? 1 : 0)))) - base);
  const stepsOf = (probe: readonly number[]): number[] => names.map((_, i) => probe[i % probe.length]!);
  const isAffine = PROBES.every((probe) => {
    const steps = stepsOf(probe);
    return at(moved(steps)) === base + slopes.reduce((sum, slope, i) => sum + slope * steps[i]!, 0);
  });
  if (!isAffine) return null;
  const constant = base - slopes.reduce((sum, slope, i) => sum + slope * Number(defaults[names[i]!]), 0);
  return written([...names.map((name, i) => [slopes[i]!, name] as const), [constant, '']]);
}

/** Terms with their signs; 0 where there is none. */
function written(terms: readonly (readonly [number, string])[]): string {
  const parts = terms
    .filter(([factor]) => factor !== 0)
    .map(([factor, name], i) => {
      const size = Math.abs(factor);
      const term = name === '' ? String(size) : size === 1 ? name : `${size}*${name}`;
      if (i === 0) return factor < 0 ? `-${term}` : term;
      return `${factor < 0 ? '-' : '+'} ${term}`;
    });
  return parts.length === 0 ? '0' : parts.join(' ');
}
