import type { Json } from '../config/json.js';

const NAME = /^[A-Za-z_$][\w$]*$/;
const LONGEST = 100;

/** A JSON value as it is written in TypeScript: keys without quotes where they need none, short things on one line. */
export function tsLiteral(value: Json, indent = ''): string {
  if (typeof value === 'string') return quoted(value);
  if (typeof value !== 'object' || value === null) return String(value);
  const inner = `${indent}  `;
  const parts = Array.isArray(value)
    ? (value as readonly Json[]).map((item) => tsLiteral(item, inner))
    : Object.entries(value).map(([key, each]) => `${keyText(key)}: ${tsLiteral(each, inner)}`);
  const [open, close, gap] = Array.isArray(value) ? ['[', ']', ''] : ['{', '}', ' '];
  if (parts.length === 0) return open + close;
  const line = `${open}${gap}${parts.join(', ')}${gap}${close}`;
  if (line.length + indent.length <= LONGEST && !line.includes('\n')) return line;
  return `${open}\n${parts.map((part) => `${inner}${part},\n`).join('')}${indent}${close}`;
}

function keyText(key: string): string {
  if (key === '__proto__') return "['__proto__']"; // plain, it would set the prototype
  return NAME.test(key) ? key : quoted(key);
}

function quoted(text: string): string {
  const escaped = JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'");
  return `'${escaped.replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029')}'`;
}
