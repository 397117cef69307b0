import { exp, log } from '@projecta/numeric';
import { randomStream, type RandomStream } from '@projecta/random';
import type { GridPoint } from '@projecta/validation';
import { decimalSteps } from './decimal-steps.js';
import type { NormalizedRandomAxis, NormalizedSweep, SweepValue } from './sweep-config.js';

/** The axes of a random sweep by whole path, in order. */
export function randomAxes(random: NonNullable<NormalizedSweep['random']>): readonly (readonly [string, NormalizedRandomAxis])[] {
  const axes = Object.entries(random).filter((entry): entry is [string, NormalizedRandomAxis] => typeof entry[1] !== 'number');
  return axes.sort(([a], [b]) => (a < b ? -1 : 1));
}

/** Draws of a random sweep: row `trial` has a generator of its own, and its values are drawn in the order of their paths (§8). */
export function randomPoint(random: NonNullable<NormalizedSweep['random']>, seed: number): (trial: number) => GridPoint {
  const drawn = randomAxes(random).map(([path, axis]) => [path, drawOf(axis)] as const);
  return (trial) => {
    const stream = randomStream(seed, 'sweep', trial);
    return Object.fromEntries(drawn.map(([path, draw]) => [path, draw(stream)]));
  };
}

/** One value: of a list below(length); on a linear scale with steps below(steps), without min + u·(max − min); on a logarithmic one e^(…), moved to the nearest step. */
function drawOf(axis: NormalizedRandomAxis): (stream: RandomStream) => SweepValue {
  if ('values' in axis) return (stream) => axis.values[stream.below(axis.values.length)]!;
  const { min, max, step, scale } = axis;
  const steps = step === undefined ? undefined : decimalSteps(String(min), String(max), String(step))!;
  if (scale === 'linear') {
    if (steps) return (stream) => steps.value(stream.below(steps.count));
    return (stream) => Math.min(max, min + stream.uniform() * (max - min));
  }
  const low = log(min);
  const range = log(max) - low;
  const draw = (stream: RandomStream): number => Math.max(min, Math.min(max, exp(low + stream.uniform() * range)));
  if (!steps) return draw;
  return (stream) => steps.value(Math.min(steps.count - 1, Math.floor((draw(stream) - min) / step! + 0.5)));
}
