import { randomStream } from '@projecta/random';

/** A Monte Carlo path once more, from semantics §9 and fine-print E7 alone: every point of it, then what is asked of it. */
export function naivePath(
  returns: readonly number[],
  { seed, trial, initialCash }: { readonly seed: number; readonly trial: number; readonly initialCash: number },
): { final: number; drawdown: number } {
  const { below } = randomStream(seed, 'monte_carlo', trial);
  const path = [initialCash];
  for (let draw = 0; draw < returns.length; draw++) path.push(Math.max(0, path.at(-1)! * (1 + returns[below(returns.length)]!)));
  return { final: path.at(-1)!, drawdown: naiveDrawdown(path) };
}

/** The deepest drawdown of a path of equity. */
export function naiveDrawdown(path: readonly number[]): number {
  return Math.min(...path.map((value, t) => value / Math.max(...path.slice(0, t + 1)) - 1));
}
