import { describe, expect, test } from '@jest/globals';
import { platform } from 'node:process';
import { decodeOutput } from './decode-output.js';
import { type ProgramEnd, runProgram } from './run-program.js';

const node = (script: string, timeoutMs = 20_000): Promise<ProgramEnd> =>
  runProgram({ program: process.execPath, words: ['-e', script], timeoutMs });

describe('a program', () => {
  test('ends with its code, its output and what it wrote to stderr', async () => {
    const end = await node("process.stdout.write('out'); process.stderr.write('err'); process.exitCode = 3");
    expect({ ...end, output: decodeOutput(end.output), errors: decodeOutput(end.errors) }).toEqual({
      ...{ how: 'ended', code: 3, output: 'out', errors: 'err' },
    });
  });
  test('is given no input', async () => {
    const end = await node("let n = 0; process.stdin.on('data', (d) => (n += d.length)).on('end', () => console.log(String(n)))");
    expect(decodeOutput(end.output)).toBe('0\n');
  });
  test('that does not end is killed when its time is up, and what it wrote is kept', async () => {
    const start = performance.now();
    const end = await node("process.stdout.write('so far'); process.on('SIGTERM', () => 0); setInterval(() => 0, 1e6)", 1_500);
    expect(end).toMatchObject({ how: 'timed_out', code: null });
    expect(decodeOutput(end.output)).toBe('so far');
    expect(performance.now() - start).toBeLessThan(10_000);
  });
  test('is not waited for by what it leaves running', async () => {
    const child =
      "require('child_process').spawn(process.execPath, ['-e', 'setTimeout(() => 0, 15000)'], { stdio: 'inherit', detached: true }).unref()";
    const start = performance.now();
    expect(await node(`${child}; console.log('done')`)).toMatchObject({ how: 'ended', code: 0 });
    expect(performance.now() - start).toBeLessThan(10_000);
  });
  test('that is not there is absent', async () => {
    expect(await runProgram({ program: 'no-such-program-anywhere', words: [], timeoutMs: 5_000 })).toMatchObject({ how: 'absent' });
  });
  test('that may not be run is refused', async () => {
    const program = platform === 'win32' ? 'C:\\Windows' : '/etc/passwd';
    expect(await runProgram({ program, words: [], timeoutMs: 5_000 })).toMatchObject({ how: 'refused' });
  });
});

describe('output', () => {
  test('is UTF-16LE where it holds a NUL, else UTF-8, with lines ended as here', () => {
    expect(decodeOutput(Buffer.from('\uFEFFein Wört\r\n', 'utf16le'))).toBe('ein Wört\n');
    expect(decodeOutput(Buffer.from('ein Wört\r\n'))).toBe('ein Wört\n');
    expect(decodeOutput(new Uint8Array())).toBe('');
  });
  test('in a code page keeps its ASCII', () => {
    expect(decodeOutput(Uint8Array.from([0x66, 0x81, 0x72, 0x0d, 0x0a]))).toMatch(/^f.r\n$/);
  });
});
