import { InvalidArgumentError } from 'commander';

/** Gathers the values of an option that may be repeated. */
export function collect(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}

/** Reads a whole number in a range. */
export function wholeNumber(min: number, max: number): (value: string) => number {
  return (value) => {
    if (/^\d{1,9}$/.test(value) && Number(value) >= min && Number(value) <= max) return Number(value);
    throw new InvalidArgumentError(`It must be a whole number ${min}–${max}.`);
  };
}

/** Reads a list of words by commas. */
export function words(value: string): readonly string[] {
  const list = value
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');
  if (list.length === 0) throw new InvalidArgumentError('It must be names by commas.');
  return list;
}
