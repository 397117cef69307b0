import { int } from '@projecta/plugin';

/** How many trials a method makes, under its own name and those that users of the others write. */
export function trialCount<const D extends number>(name: 'trials' | 'samples' | 'paths', defaultCount: D) {
  return int({
    min: 1,
    max: 1_000_000,
    default: defaultCount,
    unit: 'trials',
    description: 'How many trials are made.',
    aliases: ['trials', 'samples', 'paths', 'n_iter'].filter((alias) => alias !== name),
  });
}
