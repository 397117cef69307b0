import { decodeOutput } from './decode-output.js';
import { type Finding, unknown } from './finding.js';
import type { ProgramEnd, Question } from './run-program.js';

/** Asks for the state of a feature in English; it needs an administrator. */
export function dismQuestion(name: string): Question {
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

/** What a state means. */
export function windowsFeature(name: string, state: FeatureState): Finding {
  if (state === 'Enabled') return { value: 'Enabled', verdict: 'ok', found: 'enabled', remedy: null };
  if (state === 'Pending') return { value: 'Disabled', verdict: 'wrong', found: 'enabled at the next start', remedy: 'Restart Windows.' };
  const enable = `As administrator: dism /online /enable-feature /featurename:${name} /all, then restart Windows.`;
  if (state === 'Disabled') return { value: 'Disabled', verdict: 'wrong', found: 'disabled', remedy: enable };
  return unknown('Windows does not tell', 'Run projecta doctor as administrator.', 'Unknown');
}
