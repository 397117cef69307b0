import { jsonPointer, type JsonValue } from '@projecta/hashing';

/** A place where JSON values differ, with what each has there, in their order; undefined where one has nothing. */
export interface DifferingValues {
  /** JSON pointer. */
  readonly path: string;
  readonly values: readonly (JsonValue | undefined)[];
}

/** Where JSON values differ, each place once: keys in the order in which they appear first. */
export function differingValues(values: readonly (JsonValue | undefined)[], steps: readonly string[] = []): DifferingValues[] {
  if (values.every(isObject) || values.every(isList)) {
    const containers = values as readonly Readonly<Record<string, JsonValue>>[];
    const keys = [...new Set(containers.flatMap((one) => Object.keys(one)))];
    return keys.flatMap((key) =>
      differingValues(
        containers.map((one) => (Object.hasOwn(one, key) ? one[key] : undefined)),
        [...steps, key],
      ),
    );
  }
  return values.every((value) => Object.is(value, values[0])) ? [] : [{ path: jsonPointer(steps), values }];
}

function isObject(value: JsonValue | undefined): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isList(value: JsonValue | undefined): boolean {
  return Array.isArray(value);
}
