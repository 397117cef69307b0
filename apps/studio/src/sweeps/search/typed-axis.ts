import type { Json } from '../../run/config/json.js';
import { numberTyped } from '../../run/form/typed-value.js';

/** Values as they are typed: a range `a:b:step`, or a list with commas; words are words, `true` and `false` are flags. An empty text is an empty list. */
export function axisTyped(text: string): Json {
  if (/^[^:,]*:[^:,]*:[^:,]*$/.test(text.trim())) return text.trim();
  return text.split(',').flatMap((part) => valueTyped(part) ?? []);
}

function valueTyped(part: string): number | string | boolean | undefined {
  const word = part.trim();
  if (word === 'true' || word === 'false') return word === 'true';
  return numberTyped(word);
}
