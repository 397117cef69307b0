import { describe, expect, test } from '@jest/globals';
import { type RecordedOptions, recordedEnd } from '../testing/recorded-output.js';
import { wsl2Distro, wslKernel } from './wsl2-distro.js';

const FAILED = 4294967295; // what wsl.exe ends with

const found = (name: string, options?: RecordedOptions): readonly [string, string] => {
  const { value, found: text } = wsl2Distro(recordedEnd(`wsl/${name}`, options));
  return [value, text];
};

describe('a WSL 2 distribution', () => {
  test('is there where a row of the list has version 2, in any language', () => {
    expect(found('en-wsl2')).toEqual(['YES', 'Ubuntu (WSL 2), Debian (WSL 1), docker-desktop (WSL 2)']);
    expect(found('de-wsl2')).toEqual(['YES', 'Ubuntu-22.04 (WSL 2), Debian (WSL 2)']);
    expect(found('zh-wsl2')).toEqual(['YES', 'Ubuntu (WSL 2)']);
  });
  test('is read in UTF-8 as well, as WSL_UTF8=1 has it', () => {
    const end = recordedEnd('wsl/de-wsl2');
    const text = Buffer.from(end.output).toString('utf16le');
    expect(text).toContain('Wird ausgeführt');
    expect(wsl2Distro({ ...end, output: Buffer.from(text, 'utf8') })).toEqual(wsl2Distro(end));
  });
  test('is not there where all are WSL 1; the remedy converts the first by its name', () => {
    expect(found('en-wsl1')).toEqual(['NO', 'only Ubuntu-22.04 (WSL 1)']);
    expect(found('de-wsl1')[0]).toBe('NO');
    expect(wsl2Distro(recordedEnd('wsl/en-wsl1')).remedy).toContain('wsl --set-version Ubuntu-22.04 2');
  });
  test.each(['en-none', 'en-none-inbox', 'de-none', 'en-help'])('is not there by the message %s', (name) => {
    const finding = wsl2Distro(recordedEnd(`wsl/${name}`, { code: FAILED }));
    expect(finding).toMatchObject({ value: 'NO', verdict: 'wrong' });
    expect(finding.remedy).toContain('wsl --install -d Ubuntu');
  });
  test('is not there where WSL waits for a key to install itself until its time is up', () => {
    expect(found('en-not-installed', { how: 'timed_out', code: null })[0]).toBe('NO');
  });
  test('is not there where wsl.exe is not', () => {
    expect(wsl2Distro(recordedEnd(null, { how: 'absent', code: null }))).toMatchObject({ value: 'NO', verdict: 'wrong' });
  });
  test.each(['en-denied', 'hu-denied'])('is unknown where access is denied (%s)', (name) => {
    expect(wsl2Distro(recordedEnd(`wsl/${name}`, { code: FAILED }))).toMatchObject({ value: 'UNKNOWN', verdict: 'unknown' });
    expect(found(name, { code: FAILED })[1]).toBe('access to WSL is denied');
  });
  test('is unknown where WSL says something else, may not run, or says nothing in time', () => {
    expect(found('en-broken', { code: FAILED })).toEqual(['UNKNOWN', 'wsl.exe says: The RPC server is unavailable.']);
    expect(wsl2Distro(recordedEnd(null, { how: 'refused', code: null })).value).toBe('UNKNOWN');
    expect(wsl2Distro(recordedEnd(null, { how: 'timed_out', code: null })).found).toContain('15 s');
  });
});

describe('inside Linux', () => {
  test('the kernel tells WSL 2 and WSL 1 from other machines', () => {
    expect(wslKernel('5.15.167.4-microsoft-standard-WSL2').value).toBe('YES');
    expect(wslKernel('4.4.0-19041-Microsoft')).toMatchObject({ value: 'NO', verdict: 'wrong' });
    expect(wslKernel('6.8.0-45-generic').value).toBe('NOT_APPLICABLE');
  });
});
