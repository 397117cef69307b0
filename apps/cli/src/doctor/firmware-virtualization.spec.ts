import { describe, expect, test } from '@jest/globals';
import { recordedEnd, recording } from '../testing/recorded-output.js';
import { linuxFirmware, macFirmware, windowsFirmware } from './firmware-virtualization.js';
import { kvm, kvmState } from './kvm.js';
import { systemInfo } from './systeminfo.js';
import { WINDOWS_QUESTION, windowsFacts } from './windows-facts.js';

const SILENT = windowsFacts(recordedEnd(null, { how: 'absent', code: null }));

const inventory = (name: string): string => windowsFirmware(windowsFacts(recordedEnd(`inventory/${name}`)), null).value;
const bySystemInfo = (name: string): string => windowsFirmware(SILENT, systemInfo(recordedEnd(`systeminfo/${name}`))).value;

describe('virtualisation in the firmware of a Windows machine', () => {
  test('is on where a hypervisor runs, although its switch is then said to be off', () => {
    const facts = windowsFacts(recordedEnd('inventory/hypervisor'));
    expect(facts).toMatchObject({ hypervisorPresent: true, firmwareEnabled: false });
    expect(windowsFirmware(facts, null)).toMatchObject({ value: 'PASS', verdict: 'ok' });
  });
  test('is what the inventory says, and unknown where it says nothing', () => {
    expect(inventory('firmware-on')).toBe('PASS');
    expect(inventory('firmware-off')).toBe('FAIL');
    expect(inventory('denied')).toBe('UNKNOWN');
    expect(windowsFirmware(SILENT, null)).toMatchObject({ value: 'UNKNOWN', verdict: 'unknown' });
  });
  test('FAIL has the BIOS as its remedy', () => {
    expect(windowsFirmware(windowsFacts(recordedEnd('inventory/firmware-off')), null).remedy).toMatch(/VT-x.*SVM.*BIOS\/UEFI/);
  });
  test.each(['en', 'de'])('is read from systeminfo (%s) where PowerShell may not run', (language) => {
    expect(bySystemInfo(`${language}-on`)).toBe('PASS');
    expect(bySystemInfo(`${language}-off`)).toBe('FAIL');
    expect(bySystemInfo(`${language}-hypervisor`)).toBe('PASS');
  });
  test('is unknown where systeminfo is denied, and no other entry of it is taken for an answer', () => {
    expect(systemInfo(recordedEnd('systeminfo/en-denied'))).toBeNull();
    expect(systemInfo(recordedEnd(null))).toBeNull();
    const text = Buffer.from(recording('systeminfo/en-on')).toString('latin1');
    const withoutLast = text.slice(0, text.indexOf('Hyper-V Requirements'));
    expect(systemInfo({ ...recordedEnd(null), output: Buffer.from(withoutLast, 'latin1') })).toBeNull();
  });
  test('is asked for without a double quote, which would not survive the command line', () => {
    expect(WINDOWS_QUESTION.words.join(' ')).not.toContain('"');
    expect(WINDOWS_QUESTION.words.at(-1)).toContain("Name=''VirtualMachinePlatform''");
  });
});

describe('virtualisation of a Linux machine', () => {
  const by = (name: string, state: 'usable' | 'absent' = 'absent'): ReturnType<typeof linuxFirmware> =>
    linuxFirmware({ cpuinfo: Buffer.from(recording(`cpuinfo/${name}`)).toString(), kvm: state });

  test('is offered by the flags vmx and svm, or by a KVM that opens', () => {
    expect(by('intel')).toMatchObject({ value: 'PASS', found: 'the processor offers VT-x' });
    expect(by('amd')).toMatchObject({ value: 'PASS', found: 'the processor offers SVM' });
    expect(by('guest', 'usable')).toMatchObject({ value: 'PASS', found: 'KVM runs' });
    expect(by('arm', 'usable').value).toBe('PASS');
  });
  test('fails without them, which is only worth knowing, as containers do not need it', () => {
    expect(by('disabled')).toMatchObject({ value: 'FAIL', verdict: 'note' });
    expect(by('disabled').remedy).toContain('BIOS/UEFI');
    expect(by('guest').remedy).toContain('nested');
  });
  test('is unknown where the processor has no such flags', () => {
    expect(by('arm').value).toBe('UNKNOWN');
    expect(linuxFirmware({ cpuinfo: '', kvm: 'absent' }).value).toBe('UNKNOWN');
  });
  test('a device is usable, absent or broken as it opens', async () => {
    expect(await kvmState('/dev/null')).toBe('usable');
    expect(await kvmState('/dev/no-such-device')).toBe('absent');
    expect(await kvmState('/dev/null/kvm')).toBe('broken');
  });
  test('KVM that is missing is never wrong', () => {
    expect(kvm('usable')).toMatchObject({ value: 'PASS', remedy: null });
    for (const state of ['denied', 'absent', 'broken'] as const) expect(kvm(state)).toMatchObject({ value: 'FAIL', verdict: 'note' });
    expect(kvm('denied').remedy).toContain('usermod');
  });
});

describe('virtualisation of a Mac', () => {
  const says = (text: string): string => macFirmware({ ...recordedEnd(null), output: Buffer.from(text) }).value;

  test('is what sysctl says', () => {
    expect([says('1\n'), says('0\n'), says('')]).toEqual(['PASS', 'FAIL', 'UNKNOWN']);
  });
});
