import { jsonPointer } from '@projecta/hashing';

/** A place where two JSON values differ; a side that has nothing there is absent. */
export interface PathDifference {
  readonly path: string;
  readonly a?: unknown;
  readonly b?: unknown;
}

/** Where two JSON values differ, by JSON pointer, in the order of `a` and then of what only `b` has. */
export function differingPaths(a: unknown, b: unknown, steps: readonly (string | number)[] = []): PathDifference[] {
  if (isContainer(a) && isContainer(b) && Array.isArray(a) === Array.isArray(b)) {
    const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])];
    return keys.flatMap((key) => differingPaths(a[key], b[key], [...steps, key]));
  }
  if (Object.is(a, b)) return [];
  return [{ path: jsonPointer(steps), ...(a !== undefined && { a }), ...(b !== undefined && { b }) }];
}

function isContainer(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
