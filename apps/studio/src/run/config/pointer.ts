import { isObject, type Json, type JsonObject } from './json.js';

/** A JSON pointer (RFC 6901) from its steps. */
export function pointerOf(...steps: readonly (string | number)[]): string {
  return steps.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

/** The steps of a JSON pointer. */
export function stepsOf(pointer: string): readonly string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** What a pointer points to; undefined where there is nothing. */
export function valueAt(document: Json | undefined, pointer: string): Json | undefined {
  return stepsOf(pointer).reduce<Json | undefined>(child, document);
}

/**
 * The document with a value put where a pointer points, and objects on the way made where there are none; with undefined, the document without what is there.
 * The document itself stays as it is.
 */
export function withValue(document: JsonObject, pointer: string, value: Json | undefined): JsonObject {
  if (value === undefined && valueAt(document, pointer) === undefined) return document;
  const [first, ...rest] = stepsOf(pointer);
  if (first === undefined) return isObject(value) ? value : document;
  return put(document, [first, ...rest], value) as JsonObject;
}

type Steps = readonly [string, ...string[]];

function put(parent: Json | undefined, [step, ...rest]: Steps, value: Json | undefined): Json {
  const [next, ...after] = rest;
  const made = next === undefined ? value : put(child(parent, step), [next, ...after], value);
  if (Array.isArray(parent)) return putItem(parent as readonly Json[], Number(step), made);
  const fields = isObject(parent) ? parent : {};
  if (made !== undefined) return { ...fields, [step]: made };
  return Object.fromEntries(Object.entries(fields).filter(([key]) => key !== step));
}

function putItem(items: readonly Json[], index: number, value: Json | undefined): readonly Json[] {
  const after = items.slice(index + 1);
  return value === undefined ? [...items.slice(0, index), ...after] : [...items.slice(0, index), value, ...after];
}

function child(parent: Json | undefined, step: string): Json | undefined {
  if (Array.isArray(parent)) return (parent as readonly Json[])[Number(step)];
  return isObject(parent) && Object.hasOwn(parent, step) ? parent[step] : undefined;
}

/** Whether a pointer points to a place, or into it. */
export function isWithin(pointer: string, place: string): boolean {
  return pointer === place || pointer.startsWith(`${place}/`);
}
