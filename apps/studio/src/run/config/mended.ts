import { type Draft, isObject } from './json.js';
import { pointerOf, stepsOf, valueAt, withValue } from './pointer.js';

/** What would mend a config, as a person reads it, and the config mended. */
export interface Mending {
  readonly word: string;
  readonly draft: Draft;
}

/** The config with the word that was meant, where a problem says which: for a name that nobody knows, or a key that has no place. */
export function mended(draft: Draft, { path, message }: { readonly path: string; readonly message: string }): Mending | undefined {
  const [, wrong, word] = /"([^"]+)"[^"]*\. Did you mean "([^"]+)"\?/.exec(message) ?? [];
  if (wrong === undefined || word === undefined) return undefined;
  if (valueAt(draft, path) === wrong) return { word, draft: withValue(draft, path, word) };
  const steps = stepsOf(path);
  if (steps.at(-1) !== wrong) return undefined;
  const parent = pointerOf(...steps.slice(0, -1));
  const members = valueAt(draft, parent);
  if (!isObject(members) || !Object.hasOwn(members, wrong) || Object.hasOwn(members, word)) return undefined;
  const renamed = Object.fromEntries(Object.entries(members).map(([key, value]) => [key === wrong ? word : key, value]));
  return { word, draft: withValue(draft, parent, renamed) };
}
