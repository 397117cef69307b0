import { describe, expect, test } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { isOwnerAlive, processOwner } from './process-owner.js';

/** Whether the system tells when processes started. */
const isTold = !processOwner().endsWith('.0');

describe('the owner of this process', () => {
  test('is alive, and the same whenever it is asked for', () => {
    expect(processOwner()).toBe(processOwner());
    expect(processOwner().split('.')[0]).toBe(String(process.pid));
    expect(isOwnerAlive(processOwner())).toBe(true);
  });
  test('is not one that had its pid before', () => {
    expect(isOwnerAlive(`${process.pid}.1`)).toBe(false);
    expect(isOwnerAlive(`${process.pid}`)).toBe(false);
  });
});

describe('the owner of another process', () => {
  test('is alive until it ends; its pid with another start is not, where the system tells', async () => {
    const child = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60_000)'], { stdio: 'ignore' });
    const owner = processOwner(child.pid!);
    expect(isOwnerAlive(owner)).toBe(true);
    expect(isOwnerAlive(`${child.pid!}.1`)).toBe(!isTold);
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(isOwnerAlive(owner)).toBe(false);
  });
  test('that has ended and was not asked for by its parent is gone, too', async () => {
    if (!isTold) return;
    // the shell starts a child, tells its pid, and is replaced by a program that never asks for its children
    const parent = spawn('sh', ['-c', 'sleep 0.2 & echo $!; exec sleep 30'], { stdio: ['ignore', 'pipe', 'ignore'] });
    const [told] = (await once(parent.stdout, 'data')) as [Buffer];
    const pid = Number(told.toString());
    const owner = processOwner(pid);
    expect(isOwnerAlive(owner)).toBe(true);
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect(() => process.kill(pid, 0)).not.toThrow(); // its pid is still taken
    expect(isOwnerAlive(owner)).toBe(false);
    parent.kill('SIGKILL');
  });
  test('with a name that is none is gone', () => {
    for (const name of ['', 'run', 'worker-1', '0.1', '-1.5', 'NaN.NaN', '1e9.1', '999999999.1'])
      expect([name, isOwnerAlive(name)]).toEqual([name, false]);
  });
});
