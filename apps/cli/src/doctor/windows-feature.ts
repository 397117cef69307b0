import { decodeOutput } from './decode-output.js';
import { type Finding, unknown } from './finding.js';
import type { ProgramEnd, Question } from './run-program.js';
import type { WindowsFeature } from './windows-facts.js';

/** Asks for the state of a feature in English; it needs an administrator. */
export function dismQuestion(name: WindowsFeature): Question {
  return { program: 'dism.exe', words: ['/English', '/Online', '/Get-FeatureInfo', `/FeatureName:${name}`], timeoutMs: 30_000 };
}

/** State of a Windows feature; pending: it is asked for and waits for a restart. */
export type FeatureState = 'Enabled' | 'Disabled' | 'Pending' | 'Unknown';

const INSTALL_STATES: Readonly<Record<number, FeatureState>> = { 1: 'Enabled', 2: 'Disabled', 3: 'Disabled' };

/** The state by InstallState of Win32_OptionalFeature; undefined where that has no such feature. */
export function stateOfInventory(installState: number | undefined): FeatureState {
  return INSTALL_STATES[installState ?? 0] ?? 'Unknown';
}

/** The state by what dism or Get-WindowsOptionalFeature print, in English or German. */
export function stateOfOutput(end: ProgramEnd): FeatureState {
  const state = /^\s*(?:State|Status)\s*:\s*(\S.*?)\s*$/m.exec(decodeOutput(end.output))?.[1] ?? '';
  if (/^(enable ?pending|aktivierung ausstehend)$/i.test(state)) return 'Pending';
  if (/^(enabled|aktiviert)$/i.test(state)) return 'Enabled';
  return /^(disable|deaktivier)/i.test(state) ? 'Disabled' : 'Unknown';
}

/** What a state means; a WSL from the Microsoft Store does without the feature of its name, so that its lack is only worth knowing. */
export function windowsFeature(name: WindowsFeature, state: FeatureState): Finding {
  if (state === 'Enabled') return { value: 'Enabled', verdict: 'ok', found: 'enabled', remedy: null };
  if (state === 'Pending') return { value: 'Disabled', verdict: 'wrong', found: 'enabled at the next start', remedy: 'Restart Windows.' };
  const enable = `As administrator: dism /online /enable-feature /featurename:${name} /all, then restart Windows.`;
  const verdict = name === 'VirtualMachinePlatform' ? 'wrong' : 'note';
  if (state === 'Disabled') return { value: 'Disabled', verdict, found: 'disabled', remedy: enable };
  return unknown('Windows does not tell', 'Run projecta doctor as administrator.', 'Unknown');
}
