import type { Json } from '../config/json.js';

/** What was typed as a number; undefined where nothing was, the text itself where it is none, so that the service can say so. */
export function numberTyped(text: string): number | string | undefined {
  const trimmed = text.trim();
  if (trimmed === '') return undefined;
  const value = Number(trimmed);
  return Number.isFinite(value) && /^[-+]?[\d.]/.test(trimmed) && !/^0[xob]/i.test(trimmed) ? value : trimmed;
}

/** A list typed with commas: numbers where they are numbers; undefined where nothing was typed. */
export function listTyped(text: string): readonly (number | string)[] | undefined {
  const items = text.split(',').flatMap((part) => numberTyped(part) ?? []);
  return items.length === 0 ? undefined : items;
}

/** A value as it is typed. */
export function textOf(value: Json | undefined): string {
  if (value === undefined || value === null) return '';
  if (Array.isArray(value)) return (value as readonly Json[]).map(textOf).join(', ');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** A fraction in per cent, for a reader who thinks in them; undefined where the unit is another. */
export function percentHint(value: Json | undefined, unit: string | undefined): string | undefined {
  if (typeof value !== 'number' || !unit?.startsWith('fraction')) return undefined;
  return `${Number((value * 100).toPrecision(6))}\u00a0%`;
}
