import type { Terminal } from '../terminal.js';
import { wrap } from './wrap.js';

/** Codes or names of methods, each with what it says; codes are warnings. */
export function noticeLines(
  notices: readonly (readonly [string, string])[],
  { width, color }: Pick<Terminal, 'width' | 'color'>,
): string[] {
  const indent = Math.max(0, ...notices.map(([code]) => code.length)) + 2;
  return notices.flatMap(([code, message]) => {
    const [first = '', ...rest] = wrap(message, Math.max(30, width - indent));
    const isWarning = code === code.toUpperCase();
    const label = code.padEnd(indent);
    return [`${isWarning ? color.yellow(label) : color.cyan(label)}${first}`, ...rest.map((line) => ' '.repeat(indent) + line)];
  });
}
