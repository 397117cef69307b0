import { describe, expect, test } from '@jest/globals';
import { recordedEnd } from '../testing/recorded-output.js';
import { hypervisorLaunch } from './hypervisor-launch.js';
import { stateOfInventory, stateOfOutput, windowsFeature } from './windows-feature.js';

const NAME = 'VirtualMachinePlatform';
const byOutput = (name: string): string => windowsFeature(NAME, stateOfOutput(recordedEnd(`dism/${name}`))).value;
const launch = (name: string): string => hypervisorLaunch(recordedEnd(`bcdedit/${name}`)).value;

describe('a Windows feature', () => {
  test('has its state from the inventory, which needs no administrator', () => {
    const states = [1, 2, 3, 4, undefined].map((state) => windowsFeature(NAME, stateOfInventory(state)).value);
    expect(states).toEqual(['Enabled', 'Disabled', 'Disabled', 'Unknown', 'Unknown']);
  });
  test('has its state from what dism and Get-WindowsOptionalFeature print', () => {
    expect(['en-enabled', 'de-enabled', 'powershell-enabled'].map(byOutput)).toEqual(['Enabled', 'Enabled', 'Enabled']);
    expect(['en-disabled', 'en-removed', 'en-pending'].map(byOutput)).toEqual(['Disabled', 'Disabled', 'Disabled']);
    expect(byOutput('en-denied')).toBe('Unknown');
  });
  test('that waits for a restart has the restart as its remedy, one that is off its command', () => {
    expect(windowsFeature(NAME, 'Pending').remedy).toBe('Restart Windows.');
    expect(windowsFeature(NAME, 'Disabled').remedy).toContain('/enable-feature /featurename:VirtualMachinePlatform');
    expect(windowsFeature(NAME, 'Unknown')).toMatchObject({ verdict: 'unknown' });
  });
  test('of WSL itself is only worth knowing, since newer WSL does without it', () => {
    expect(windowsFeature(NAME, 'Disabled').verdict).toBe('wrong');
    expect(windowsFeature('Microsoft-Windows-Subsystem-Linux', 'Disabled')).toMatchObject({ value: 'Disabled', verdict: 'note' });
  });
});

describe('the launch type of the hypervisor', () => {
  test('is that of the current boot entry, in any language', () => {
    expect([launch('en-auto'), launch('de-auto'), launch('en-off')]).toEqual(['AUTO', 'AUTO', 'NOT_AUTO']);
  });
  test('of another entry does not count, nor does the boot manager that names the current one', () => {
    expect(launch('en-all-entries')).toBe('NOT_AUTO');
  });
  test('that is not set is not auto', () => {
    const finding = hypervisorLaunch(recordedEnd('bcdedit/en-unset'));
    expect(finding).toMatchObject({ value: 'NOT_AUTO', verdict: 'wrong', found: 'hypervisorlaunchtype is not set' });
    expect(finding.remedy).toContain('bcdedit /set hypervisorlaunchtype auto');
  });
  test('is unknown to those who are no administrators', () => {
    for (const name of ['en-denied', 'de-denied']) {
      const finding = hypervisorLaunch(recordedEnd(`bcdedit/${name}`, { code: 1 }));
      expect(finding).toMatchObject({ value: 'UNKNOWN', verdict: 'unknown' });
      expect(finding.remedy).toContain('as administrator');
    }
    expect(hypervisorLaunch(recordedEnd(null, { how: 'timed_out', code: null })).value).toBe('UNKNOWN');
  });
});
