import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { failed, type Finding, passed } from './finding.js';

/** `broken`: the device is there and does not open. */
export type KvmState = 'usable' | 'denied' | 'absent' | 'broken';

/** Opens the device as a virtual machine would. */
export async function kvmState(device: string): Promise<KvmState> {
  try {
    await (await open(device, constants.O_RDWR | constants.O_NONBLOCK)).close();
    return 'usable';
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return 'absent';
    return code === 'EACCES' || code === 'EPERM' ? 'denied' : 'broken';
  }
}

/** What that means: containers on Linux do without it, so that its lack is only worth knowing. */
export function kvm(state: KvmState): Finding {
  if (state === 'usable') return passed('/dev/kvm can be used');
  const [found, remedy] = {
    denied: ['/dev/kvm is not open to this user', 'sudo usermod -aG kvm $USER, then log in again.'],
    absent: ['there is no /dev/kvm', 'sudo modprobe kvm_intel (or kvm_amd), where virtualisation is enabled.'],
    broken: ['/dev/kvm does not open', 'sudo modprobe kvm_intel (or kvm_amd), where virtualisation is enabled.'],
  }[state] as [string, string];
  return { ...failed(`${found}; only virtual machines such as Docker Desktop's need it`, remedy), verdict: 'note' };
}
