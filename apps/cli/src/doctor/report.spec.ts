import { describe, expect, test } from '@jest/globals';
import pc from 'picocolors';
import { recordedEnd, recording } from '../testing/recorded-output.js';
import { containerChecks } from './container-checks.js';
import { doctorPage } from './doctor-page.js';
import { examine, type Item } from './examine.js';
import { type Check, failed, noted, passed } from './finding.js';
import type { Machine } from './machine.js';
import { report, type Report } from './report.js';
import type { ProgramEnd } from './run-program.js';

const ABSENT = recordedEnd(null, { how: 'absent', code: null });

/** A machine on which the named programs answer and no others are. */
function machineWith(programs: Readonly<Record<string, ProgramEnd>>, about: Partial<Machine> = {}): Machine {
  return {
    ...{ platform: 'win32', arch: 'x64', release: '10.0.26100', nodeVersion: 'v22.20.0' },
    run: async ({ program }) => programs[program] ?? ABSENT,
    cpuinfo: async () => Buffer.from(recording('cpuinfo/intel')).toString(),
    kvm: async () => 'usable',
    ...about,
  };
}

const DENIED = { 'bcdedit.exe': recordedEnd('bcdedit/de-denied', { code: 1 }), 'dism.exe': recordedEnd('dism/en-denied', { code: 740 }) };

/** A German machine on which nothing is ready. */
const BARE = machineWith({
  'powershell.exe': recordedEnd('inventory/firmware-off'),
  'wsl.exe': recordedEnd('wsl/de-none', { code: 4294967295 }),
  'bcdedit.exe': recordedEnd('bcdedit/en-off'),
});
const READY = machineWith({
  'powershell.exe': recordedEnd('inventory/hypervisor'),
  'wsl.exe': recordedEnd('wsl/en-wsl2'),
  'bcdedit.exe': recordedEnd('bcdedit/en-auto'),
  docker: recordedEnd('engine/docker-linux'),
});

const project = (finding = passed('well')): Check => ({
  ...{ name: 'port', title: 'port', neededFor: 'projecta', patienceMs: 5_000 },
  look: () => finding,
});

async function reportOf(machine: Machine, checks: readonly Check[] = [project()]): Promise<Report> {
  const { items } = await examine([...checks, ...containerChecks(machine)]);
  return report(items, { version: '0.1.0', machine, createdAt: new Date(0) });
}

const itemOf = ({ items }: Report, name: string): Item => items.find((item) => item.name === name)!;

describe('the report', () => {
  test("has the older script's names and values at its top and in its evaluation", async () => {
    const made = await reportOf(BARE);
    const values = {
      firmware_virtualization: 'FAIL',
      wsl2_distro_present: 'NO',
      feature_status: { VirtualMachinePlatform: 'Disabled', 'Microsoft-Windows-Subsystem-Linux': 'Disabled' },
      bcd_hypervisorlaunchtype: 'NOT_AUTO',
    };
    expect(made).toMatchObject(values);
    expect(made.evaluation).toMatchObject({ ...values, containers_ready: false });
  });
  test('has a remedy for each of them', async () => {
    const made = await reportOf(BARE);
    expect(itemOf(made, 'firmware_virtualization').remedy).toContain('BIOS/UEFI');
    expect(itemOf(made, 'wsl2_distro_present').remedy).toContain('wsl --install -d Ubuntu');
    expect(itemOf(made, 'feature_status.VirtualMachinePlatform').remedy).toContain('/enable-feature');
    expect(itemOf(made, 'bcd_hypervisorlaunchtype').remedy).toContain('bcdedit /set hypervisorlaunchtype auto');
  });
  test('is overall ready where Project A is, whatever containers lack', async () => {
    expect((await reportOf(BARE)).evaluation).toMatchObject({ overall_ready: true, containers_ready: false, port: 'PASS' });
    expect((await reportOf(READY, [project(failed('taken', 'free it'))])).evaluation).toMatchObject({
      ...{ overall_ready: false, containers_ready: true, port: 'FAIL' },
    });
    expect((await reportOf(READY, [project(noted('odd', 'look'))])).evaluation.overall_ready).toBe(true);
  });
  test('of a ready Windows machine says so in the same words', async () => {
    expect(await reportOf(READY)).toMatchObject({
      firmware_virtualization: 'PASS',
      wsl2_distro_present: 'YES',
      feature_status: { VirtualMachinePlatform: 'Enabled' },
      bcd_hypervisorlaunchtype: 'AUTO',
      evaluation: { overall_ready: true, containers_ready: true, container_engine: 'PASS', kvm: 'NOT_APPLICABLE' },
    });
  });
  test('says UNKNOWN of what only an administrator may see, and asks the older programs where PowerShell is not', async () => {
    const made = await reportOf(machineWith({ ...DENIED, 'systeminfo.exe': recordedEnd('systeminfo/de-off') }));
    expect(made).toMatchObject({
      firmware_virtualization: 'FAIL',
      wsl2_distro_present: 'NO',
      feature_status: { VirtualMachinePlatform: 'Unknown' },
      bcd_hypervisorlaunchtype: 'UNKNOWN',
    });
    const asAdministrator = machineWith({ 'dism.exe': recordedEnd('dism/en-enabled'), 'bcdedit.exe': recordedEnd('bcdedit/de-auto') });
    expect(await reportOf(asAdministrator)).toMatchObject({
      firmware_virtualization: 'UNKNOWN',
      feature_status: { VirtualMachinePlatform: 'Enabled' },
      bcd_hypervisorlaunchtype: 'AUTO',
    });
  });
  test('takes an engine that answers as proof: what it seems to lack is only worth knowing', async () => {
    const hyperV = machineWith({ 'powershell.exe': recordedEnd('inventory/hypervisor'), docker: recordedEnd('engine/docker-linux') });
    const made = await reportOf(hyperV);
    expect(made.evaluation.containers_ready).toBe(true);
    expect(itemOf(made, 'wsl2_distro_present')).toMatchObject({ value: 'NO', verdict: 'note' });
  });
  test("says NOT_APPLICABLE of other platforms' items", async () => {
    const linux = await reportOf(machineWith({}, { platform: 'linux', release: '6.8.0-45-generic' }));
    expect(linux).toMatchObject({
      firmware_virtualization: 'PASS',
      wsl2_distro_present: 'NOT_APPLICABLE',
      feature_status: { VirtualMachinePlatform: 'NOT_APPLICABLE' },
      bcd_hypervisorlaunchtype: 'NOT_APPLICABLE',
      evaluation: { kvm: 'PASS', container_engine: 'FAIL' },
    });
    const mac = await reportOf(machineWith({ sysctl: { ...recordedEnd(null), output: Buffer.from('1\n') } }, { platform: 'darwin' }));
    expect(mac).toMatchObject({ firmware_virtualization: 'PASS', evaluation: { kvm: 'NOT_APPLICABLE', container_engine: 'FAIL' } });
    expect((await reportOf(machineWith({}, { platform: 'freebsd' }))).firmware_virtualization).toBe('UNKNOWN');
  });
});

describe('an examination', () => {
  const check = (about: Partial<Check>): Check => ({ ...project(), ...about });

  test('waits for no check longer than its patience', async () => {
    const hangs = { patienceMs: 50, look: () => new Promise<never>(() => undefined) };
    const { items, isHanging } = await examine([check(hangs), check({ ...hangs, neededFor: 'containers' }), check({})]);
    expect(isHanging).toBe(true);
    expect(items.map(({ value, verdict }) => [value, verdict])).toEqual([
      ['FAIL', 'wrong'],
      ['UNKNOWN', 'unknown'],
      ['PASS', 'ok'],
    ]);
    expect(items[0]!.found).toBe('no answer within 0.05 s');
  });
  test('is not ended by a check that throws', async () => {
    const look = (): never => {
      throw new Error('no such thing');
    };
    const { items, isHanging } = await examine([check({ look }), check({ look, neededFor: 'containers', name: 'feature_status.X' })]);
    expect(isHanging).toBe(false);
    expect(items.map(({ value, found }) => [value, found])).toEqual([
      ['FAIL', 'no such thing'],
      ['Unknown', 'no such thing'],
    ]);
  });
});

describe('the page', () => {
  const page = async (made: Promise<Report>, width = 80, color = false): Promise<string> =>
    doctorPage(await made, { width, color: pc.createColors(color) });

  test('has a mark, what was found, and under what is wrong its remedy', async () => {
    const text = await page(reportOf(BARE, [project(failed('taken', 'Free it.'))]));
    expect(text).toMatch(/^✗ port +taken\n +→ Free it\.$/m);
    expect(text).toMatch(/^✗ WSL 2 +no distribution is installed\n +→ wsl --install -d Ubuntu/m);
    expect(text).toMatch(/^Not ready/m);
    expect(text).not.toContain('KVM');
  });
  test('says that all else works without containers', async () => {
    const text = await page(reportOf(BARE));
    expect(text).toMatch(/^Ready: Project A can run here\.\nContainers cannot run here yet; all else works without them\.$/m);
  });
  test('keeps to its width and has no colours where there are none', async () => {
    for (const width of [80, 120]) {
      const lines = (await page(reportOf(BARE), width)).split('\n');
      expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(width);
    }
    expect(await page(reportOf(BARE))).not.toContain('\u001b');
    expect(await page(reportOf(BARE), 80, true)).toContain('\u001b[31m✗\u001b[39m');
  });
});
