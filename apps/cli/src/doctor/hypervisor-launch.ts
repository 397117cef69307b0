import { decodeOutput } from './decode-output.js';
import { type Finding, unknown } from './finding.js';
import type { ProgramEnd, Question } from './run-program.js';

/** Asks for the boot entry that Windows runs from; it needs an administrator. */
export const BCDEDIT_QUESTION: Question = { program: 'bcdedit.exe', words: ['/enum', '{current}'], timeoutMs: 10_000 };

/** Whether Windows starts its hypervisor: `hypervisorlaunchtype` of the current boot entry, whose names are in English everywhere. */
export function hypervisorLaunch({ how, output }: ProgramEnd): Finding {
  const entries = decodeOutput(output).split(/\n\s*\n/);
  const entry = entries.find((one) => one.includes('{current}'));
  if (entry === undefined) {
    const found = how === 'ended' ? 'bcdedit shows the boot configuration to administrators only' : 'bcdedit does not answer';
    return unknown(found, 'Run projecta doctor as administrator.');
  }
  const type = /^hypervisorlaunchtype\s+(\S+)/im.exec(entry)?.[1];
  if (type?.toLowerCase() === 'auto') return { value: 'AUTO', verdict: 'ok', found: 'the hypervisor starts with Windows', remedy: null };
  const found = type === undefined ? 'hypervisorlaunchtype is not set' : `hypervisorlaunchtype is ${type}`;
  return {
    value: 'NOT_AUTO',
    verdict: 'wrong',
    found,
    remedy: 'As administrator: bcdedit /set hypervisorlaunchtype auto, then restart Windows.',
  };
}
