import { decodeOutput, jsonObject } from './decode-output.js';
import type { ProgramEnd, Question } from './run-program.js';

/** What Windows' own inventory says, without administrator rights and in no language; null where it does not say. */
export interface WindowsFacts {
  readonly hypervisorPresent: boolean | null;
  readonly firmwareEnabled: boolean | null;
  /** Name of a Windows feature → InstallState of Win32_OptionalFeature: 1 enabled, 2 disabled, 3 absent, 4 unknown. */
  readonly features: ReadonlyMap<string, number>;
}

/** Names of the features asked for, with names for people. WSL 2 needs the first, WSL 1 and older Windows the second. */
export const WINDOWS_FEATURES = { VirtualMachinePlatform: 'VM platform', 'Microsoft-Windows-Subsystem-Linux': 'WSL feature' } as const;

export type WindowsFeature = keyof typeof WINDOWS_FEATURES;

export const WINDOWS_FEATURE_NAMES = Object.keys(WINDOWS_FEATURES) as WindowsFeature[];

const FILTER = WINDOWS_FEATURE_NAMES.map((name) => `Name=''${name}''`).join(' OR ');

const SCRIPT = [
  "$ErrorActionPreference = 'SilentlyContinue'",
  '$system = Get-CimInstance Win32_ComputerSystem',
  '$processor = @(Get-CimInstance Win32_Processor)[0]',
  `$features = @(Get-CimInstance Win32_OptionalFeature -Filter '${FILTER}' | Select-Object Name, InstallState)`,
  '@{ HypervisorPresent = $system.HypervisorPresent; VirtualizationFirmwareEnabled = $processor.VirtualizationFirmwareEnabled; Features = $features } | ConvertTo-Json -Compress -Depth 3',
].join('; ');

/** Asks for them. */
export const WINDOWS_QUESTION: Question = {
  program: 'powershell.exe',
  words: ['-NoLogo', '-NoProfile', '-NonInteractive', '-Command', SCRIPT],
  timeoutMs: 25_000,
};

/** Reads the answer; of one that is none, nothing is known. */
export function windowsFacts({ output }: ProgramEnd): WindowsFacts {
  const { HypervisorPresent, VirtualizationFirmwareEnabled, Features } = jsonObject(decodeOutput(output).trim()) ?? {};
  const listed = Array.isArray(Features) ? (Features as readonly { readonly Name?: unknown; readonly InstallState?: unknown }[]) : [];
  return {
    hypervisorPresent: booleanOf(HypervisorPresent),
    firmwareEnabled: booleanOf(VirtualizationFirmwareEnabled),
    features: new Map(listed.map((one) => [String(one?.Name), Number(one?.InstallState)])),
  };
}

function booleanOf(value: unknown): boolean | null {
  return typeof value === 'boolean' ? value : null;
}
