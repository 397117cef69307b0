import { decodeOutput } from './decode-output.js';
import { failed, type Finding, noted, passed, unknown } from './finding.js';
import type { KvmState } from './kvm.js';
import type { ProgramEnd, Question } from './run-program.js';
import type { SystemInfo } from './systeminfo.js';
import type { WindowsFacts } from './windows-facts.js';

const ENABLE = 'Enable VT-x (Intel) or SVM (AMD) in the BIOS/UEFI.';

/**
 * Windows: whether the firmware lets a hypervisor run. While one runs, Windows says that the firmware's switch is off, so that is asked
 * first. `systeminfo` is what the older program says, for where the facts hold nothing.
 */
export function windowsFirmware({ hypervisorPresent, firmwareEnabled }: WindowsFacts, systeminfo: SystemInfo): Finding {
  if (hypervisorPresent || systeminfo === 'hypervisor') return passed('a hypervisor runs already');
  if (firmwareEnabled || systeminfo === 'on') return passed('virtualisation is enabled in the firmware');
  if (firmwareEnabled === false || systeminfo === 'off') return failed('virtualisation is disabled in the firmware', ENABLE);
  return unknown('Windows does not tell', 'Look at Task Manager, Performance, CPU, Virtualization: it must say Enabled.');
}

export interface LinuxProcessor {
  /** Text of /proc/cpuinfo; empty where there is none. */
  readonly cpuinfo: string;
  readonly kvm: KvmState;
}

/** Linux: containers share its kernel and need no virtualisation, so that its lack is only worth knowing. */
export function linuxFirmware({ cpuinfo, kvm }: LinuxProcessor): Finding {
  const flags = new Set((/^flags\s*:(.*)$/m.exec(cpuinfo)?.[1] ?? '').split(' '));
  const extension = flags.has('vmx') ? 'VT-x' : flags.has('svm') ? 'SVM' : undefined;
  if (extension !== undefined) return passed(`the processor offers ${extension}`);
  if (kvm === 'usable' || kvm === 'denied') return passed('KVM runs');
  if (flags.size <= 1) return unknown('the processor does not tell');
  const remedy = flags.has('hypervisor') ? 'This machine is virtual: enable nested virtualisation on its host.' : ENABLE;
  return { ...noted('the processor offers neither VT-x nor SVM; containers do not need it, virtual machines do', remedy), value: 'FAIL' };
}

/** Asks macOS whether a hypervisor can run: 1 or 0. */
export const MAC_QUESTION: Question = { program: 'sysctl', words: ['-n', 'kern.hv_support'], timeoutMs: 5_000 };

/** macOS: containers run in a virtual machine there. */
export function macFirmware({ output }: ProgramEnd): Finding {
  const answer = decodeOutput(output).trim();
  if (answer === '1') return passed('the Hypervisor framework is supported');
  if (answer === '0')
    return failed('the Hypervisor framework is not supported', 'Containers need a newer Mac, or a machine that is not virtual.');
  return unknown('sysctl kern.hv_support does not tell');
}
