import { decodeOutput } from './decode-output.js';
import type { ProgramEnd, Question } from './run-program.js';

/** Asks Windows about itself in the language of its user: for where PowerShell may not run. */
export const SYSTEMINFO_QUESTION: Question = { program: 'systeminfo.exe', words: [], timeoutMs: 30_000 };

/** What it says of the firmware's virtualisation: a hypervisor runs already, on, off, or nothing that can be read. */
export type SystemInfo = 'hypervisor' | 'on' | 'off' | null;

const YES = /^(yes|ja|oui|s[ií]|sim|tak|ano|igen|да|evet|はい|是|예)$/i;
const NO = /^(no|nein|non|não|nee|nej|nie|ne|nem|нет|hayır|いいえ|否|아니요)$/i;

/**
 * Reads the last entry, the requirements of Hyper-V, by its form, since its words are translated: four lines of which the second is the
 * firmware's, or one sentence with the word hypervisor.
 */
export function systemInfo({ output }: ProgramEnd): SystemInfo {
  const lines = decodeOutput(output).trimEnd().split('\n');
  const start = lines.findLastIndex((line) => /^\S/.test(line));
  const entry = lines.slice(Math.max(0, start));
  const values = entry.map((line) => line.slice(line.lastIndexOf(':') + 1).trim());
  if (entry.length === 4) return YES.test(values[1] ?? '') ? 'on' : NO.test(values[1] ?? '') ? 'off' : null;
  return entry.length <= 2 && /hypervisor/i.test(entry.join(' ')) ? 'hypervisor' : null;
}
