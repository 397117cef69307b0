import { describe, expect, test } from '@jest/globals';
import { recordedEnd } from '../testing/recorded-output.js';
import { containerEngine, type Engine, readEngine } from './container-engine.js';
import type { Finding } from './finding.js';

const ABSENT = recordedEnd(null, { how: 'absent', code: null });

/** Docker's answer beside no Podman, and the other way round. */
const docker = (output: string | null, errors?: string): Engine =>
  readEngine('Docker', recordedEnd(output, { code: errors === undefined ? 0 : 1, ...(errors !== undefined && { errors }) }));
const found = (engine: Engine, platform: NodeJS.Platform = 'linux'): Finding =>
  containerEngine([engine, readEngine('Podman', ABSENT)], platform);

describe('a container engine', () => {
  test('that answers is named with its version', () => {
    expect(found(docker('engine/docker-linux'))).toMatchObject({ value: 'PASS', found: 'Docker 28.2.2 answers' });
    expect(containerEngine([readEngine('Docker', ABSENT), readEngine('Podman', recordedEnd('engine/podman'))], 'linux')).toMatchObject({
      value: 'PASS',
      found: 'Podman 4.9.3 answers',
    });
  });
  test('is Podman where that stands in for docker', () => {
    expect(found(docker('engine/podman')).found).toBe('Podman 4.9.3 answers');
  });
  test('is Podman where Docker is stopped', () => {
    const stopped = docker('engine/docker-stopped', 'engine/docker-stopped-errors');
    expect(containerEngine([stopped, readEngine('Podman', recordedEnd('engine/podman'))], 'linux').value).toBe('PASS');
  });
  test('that does not run is started as the platform does it', () => {
    const stopped = docker('engine/docker-stopped', 'engine/docker-stopped-errors');
    expect(found(stopped)).toMatchObject({ value: 'FAIL', verdict: 'wrong', remedy: 'sudo systemctl restart docker.' });
    expect(found(docker('engine/docker-stopped-inside'))).toMatchObject({ value: 'FAIL', remedy: 'sudo systemctl restart docker.' });
    expect(found(docker(null, 'engine/docker-stopped-windows-errors'), 'win32').remedy).toBe('Start Docker Desktop, or restart it.');
    const machine = readEngine('Podman', recordedEnd(null, { code: 125, errors: 'engine/podman-stopped-errors' }));
    expect(containerEngine([readEngine('Docker', ABSENT), machine], 'darwin').remedy).toBe('podman machine start.');
  });
  test('that is closed to this user is opened by its group', () => {
    const finding = found(docker('engine/docker-stopped', 'engine/docker-denied-errors'));
    expect(finding).toMatchObject({ value: 'FAIL', found: 'Docker is not open to this user' });
    expect(finding.remedy).toContain('usermod -aG docker');
  });
  test('with Windows containers does not do', () => {
    expect(found(docker('engine/docker-windows-containers'), 'win32')).toMatchObject({
      value: 'FAIL',
      remedy: 'Switch Docker Desktop to Linux containers.',
    });
  });
  test('that is silent is unknown, and one that is not there is to be installed', () => {
    expect(found(readEngine('Docker', recordedEnd(null, { how: 'timed_out', code: null }))).value).toBe('UNKNOWN');
    expect(found(readEngine('Docker', ABSENT))).toMatchObject({ value: 'FAIL', found: 'neither docker nor podman is there' });
  });
});
