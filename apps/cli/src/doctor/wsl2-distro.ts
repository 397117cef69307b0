import { decodeOutput, firstLine } from './decode-output.js';
import { type Finding, notApplicable, unknown } from './finding.js';
import type { ProgramEnd, Question } from './run-program.js';

/** Lists the distributions. Where WSL is not installed it offers to and waits for a key for a minute: it gets none, and less time. */
export const WSL_QUESTION: Question = { program: 'wsl.exe', words: ['--list', '--verbose'], timeoutMs: 15_000 };

export interface Distribution {
  readonly name: string;
  /** 1 or 2. */
  readonly version: number;
}

const INSTALL = 'wsl --install -d Ubuntu, then restart Windows.';

/** Codes and addresses, since the words are translated; and the help text, which it prints where the feature is off or too old. */
const NONE =
  /WSL_E_DEFAULT_DISTRO_NOT_FOUND|WSL_OPTIONAL_COMPONENT_REQUIRED|0x8007019e|aka\.ms\/wsl(store|install)|--install\b|--distribution\b/i;
const DENIED = /E_?ACCESS_?DENIED|0x80070005|access is denied|zugriff verweigert/i;

/** Whether a distribution of WSL 2 is there. */
export function wsl2Distro(end: ProgramEnd): Finding {
  if (end.how === 'absent') return missing('WSL is not installed', INSTALL);
  if (end.how === 'refused') return unknown('wsl.exe may not be run', 'Ask the administrator of this machine for WSL.');
  const text = decodeOutput(end.output) + decodeOutput(end.errors);
  const listed = end.code === 0 ? distributions(text) : [];
  const names = listed.map(({ name, version }) => `${name} (WSL ${version})`).join(', ');
  if (listed.some(({ version }) => version === 2)) return { value: 'YES', verdict: 'ok', found: names, remedy: null };
  const [first] = listed;
  if (first !== undefined) return missing(`only ${names}`, `wsl --set-version ${first.name} 2, or ${INSTALL}`);
  if (DENIED.test(text))
    return unknown('access to WSL is denied', 'Run it as the user who installed WSL, or run wsl --update as administrator.');
  if (NONE.test(text) || /no installed distributions|keine installierten Distributionen/i.test(text))
    return missing('no distribution is installed', INSTALL);
  if (end.how === 'timed_out')
    return unknown(`wsl.exe does not answer within ${WSL_QUESTION.timeoutMs / 1000} s`, 'wsl --shutdown, or restart Windows.');
  return unknown(`wsl.exe says: ${firstLine(text) || `nothing (exit code ${end.code})`}`, 'See wsl --status.');
}

/** The rows of `wsl --list --verbose`, whatever the language of its head and its states, which may have spaces. */
export function distributions(text: string): Distribution[] {
  return text.split('\n').flatMap((line) => {
    const [, name, version] = /^[*\s]\s*(\S+)\s{2,}\S.*?\s(\d)\s*$/.exec(line) ?? [];
    return name === undefined ? [] : [{ name, version: Number(version) }];
  });
}

/** Linux: whether this is WSL itself, by the kernel's release. */
export function wslKernel(release: string): Finding {
  if (!/microsoft/i.test(release)) return notApplicable('only on Windows');
  if (/-Microsoft$/.test(release)) return missing('this is WSL 1', 'In Windows: wsl --set-version NAME 2; wsl -l -v shows the NAME.');
  return { value: 'YES', verdict: 'ok', found: 'this is WSL 2', remedy: null };
}

function missing(found: string, remedy: string): Finding {
  return { value: 'NO', verdict: 'wrong', found, remedy };
}
