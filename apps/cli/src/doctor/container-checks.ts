import { containerEngine, DOCKER_QUESTION, PODMAN_QUESTION, readEngine } from './container-engine.js';
import { type Check, type Finding, notApplicable, unknown } from './finding.js';
import { linuxFirmware, MAC_QUESTION, macFirmware, windowsFirmware } from './firmware-virtualization.js';
import { BCDEDIT_QUESTION, hypervisorLaunch } from './hypervisor-launch.js';
import { kvm } from './kvm.js';
import type { Machine } from './machine.js';
import { SYSTEMINFO_QUESTION, systemInfo } from './systeminfo.js';
import { dismQuestion, stateOfInventory, stateOfOutput, windowsFeature } from './windows-feature.js';
import {
  WINDOWS_FEATURE_NAMES,
  WINDOWS_FEATURES,
  WINDOWS_QUESTION,
  type WindowsFacts,
  type WindowsFeature,
  windowsFacts,
} from './windows-facts.js';
import { wsl2Distro, WSL_QUESTION, wslKernel } from './wsl2-distro.js';

const PATIENCE_MS = 65_000; // the longest two programs one after another

/** What containers need; Project A does without them. On each platform the others' items say NOT_APPLICABLE. */
export function containerChecks(machine: Machine): Check[] {
  const look = looks(machine);
  const check = (name: string, title: string, found: Check['look']): Check => ({
    ...{ name, title, neededFor: 'containers', patienceMs: PATIENCE_MS, look: found },
  });
  return [
    check('firmware_virtualization', 'virtualisation', look.firmware),
    check('wsl2_distro_present', 'WSL 2', look.wsl),
    ...WINDOWS_FEATURE_NAMES.map((name) => check(`feature_status.${name}`, WINDOWS_FEATURES[name], () => look.feature(name))),
    check('bcd_hypervisorlaunchtype', 'hypervisor launch', look.launch),
    check('kvm', 'KVM', look.kvm),
    check('container_engine', 'engine', look.engine),
  ];
}

interface Looks {
  readonly firmware: () => Promise<Finding>;
  readonly wsl: () => Promise<Finding>;
  readonly feature: (name: WindowsFeature) => Promise<Finding>;
  readonly launch: () => Promise<Finding>;
  readonly kvm: () => Promise<Finding>;
  readonly engine: () => Promise<Finding>;
}

function looks(machine: Machine): Looks {
  const { platform, run, release } = machine;
  const engine = async (): Promise<Finding> => {
    const [docker, podman] = await Promise.all([run(DOCKER_QUESTION), run(PODMAN_QUESTION)]);
    return containerEngine([readEngine('Docker', docker), readEngine('Podman', podman)], platform);
  };
  const elsewhere = async (): Promise<Finding> => notApplicable('only on Windows');
  const others = { wsl: elsewhere, feature: elsewhere, launch: elsewhere, kvm: async () => notApplicable('only on Linux'), engine };
  if (platform === 'win32') return { ...others, ...windowsLooks(machine) };
  if (platform === 'darwin') return { ...others, firmware: async () => macFirmware(await run(MAC_QUESTION)) };
  if (platform !== 'linux') return { ...others, firmware: async () => unknown(`not known how to ask ${platform}`) };
  return {
    ...others,
    firmware: async () => linuxFirmware({ cpuinfo: await machine.cpuinfo(), kvm: await machine.kvm() }),
    wsl: async () => wslKernel(release),
    kvm: async () => kvm(await machine.kvm()),
  };
}

function windowsLooks({ run }: Machine): Omit<Looks, 'kvm' | 'engine'> {
  const facts = run(WINDOWS_QUESTION).then(windowsFacts); // asked once, for several items
  return {
    firmware: async () => windowsFirmware(await facts, isSilent(await facts) ? systemInfo(await run(SYSTEMINFO_QUESTION)) : null),
    wsl: async () => wsl2Distro(await run(WSL_QUESTION)),
    feature: async (name) => {
      const state = stateOfInventory((await facts).features.get(name));
      return windowsFeature(name, state === 'Unknown' ? stateOfOutput(await run(dismQuestion(name))) : state);
    },
    launch: async () => hypervisorLaunch(await run(BCDEDIT_QUESTION)),
  };
}

function isSilent({ hypervisorPresent, firmwareEnabled }: WindowsFacts): boolean {
  return hypervisorPresent === null && firmwareEnabled === null;
}
