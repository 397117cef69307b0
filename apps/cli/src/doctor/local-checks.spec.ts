import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openStore } from '@projecta/persistence';
import { statSync, truncateSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { temporaryFolder, type TemporaryFolder } from '../testing/temporary-folder.js';
import { recordedEnd } from '../testing/recorded-output.js';
import { database, databaseFinding } from './database.js';
import { disk, formatBytes, roomFinding } from './disk.js';
import type { Finding } from './finding.js';
import { inspectDatabase } from './inspect-database.js';
import { nativeFinding, nativeModules } from './native-modules.js';
import { nodeVersion } from './node-version.js';
import { port } from './port.js';
import { type ProgramEnd, runProgram } from './run-program.js';

let folder: TemporaryFolder;

beforeAll(() => {
  folder = temporaryFolder();
});
afterAll(() => folder.remove());

describe('Node', () => {
  test('is tested, runs, or is too old by its major version', () => {
    expect(nodeVersion('v20.20.2')).toMatchObject({ value: 'PASS', verdict: 'ok' });
    expect(nodeVersion('v24.0.0-rc.1')).toMatchObject({ value: 'PASS', verdict: 'ok' });
    expect(nodeVersion('v23.1.0')).toMatchObject({ value: 'PASS', verdict: 'note' });
    expect(nodeVersion('v18.19.0')).toMatchObject({ value: 'FAIL', verdict: 'wrong' });
    expect(nodeVersion('v18.19.0').remedy).toContain('Install Node 24');
  });
});

describe('the native module', () => {
  const end = (text: string): Finding => nativeFinding({ ...recordedEnd(null, { code: 1 }), errors: Buffer.from(text) });

  test('loads here', async () => {
    expect((await nativeModules(runProgram)).found).toMatch(/^sqlite3 loads \(SQLite 3\.\d+\.\d+\)$/);
  });
  test('that does not load says why and what to do', () => {
    const otherNode =
      "Error: The module 'node_sqlite3.node' was compiled using NODE_MODULE_VERSION 115. This version requires NODE_MODULE_VERSION 127.";
    expect(end(otherNode)).toMatchObject({ value: 'FAIL', remedy: 'Build it for this one: npm rebuild sqlite3.' });
    expect(end('Error: Could not locate the bindings file. Tried:\n → /x/build/node_sqlite3.node').found).toContain('without its binary');
    expect(end('Error: /x/node_sqlite3.node: invalid ELF header').remedy).toContain('Remove node_modules');
    expect(end("Error: /lib/libm.so.6: version `GLIBC_2.38' not found").remedy).toContain('--build-from-source');
    expect(end("Error: Cannot find module '/x/sqlite3'").remedy).toContain('npm ci');
    expect(end('throw e;\n^\nTypeError: something else\n    at x').found).toContain('TypeError: something else');
    expect(nativeFinding(recordedEnd(null, { how: 'timed_out', code: null })).found).toContain('20 s');
    expect(nativeFinding(recordedEnd(null, { code: null })).found).toContain('crash');
  });
});

describe('the disk', () => {
  test('has room at a folder, or at the nearest above one that will be made', async () => {
    expect((await disk(folder.path)).found).toMatch(/ free at /);
    expect((await disk(join(folder.path, 'a', 'b'))).found).toContain('b, which will be made');
  });
  test('is too full below 100 MB and scarce below 1 GB', () => {
    expect(roomFinding(99e6, '/x')).toMatchObject({ value: 'FAIL', verdict: 'wrong', found: '99 MB free at /x' });
    expect(roomFinding(999e6, '/x')).toMatchObject({ value: 'PASS', verdict: 'note' });
    expect(roomFinding(1e9, '/x')).toMatchObject({ value: 'PASS', verdict: 'ok', found: '1.0 GB free at /x' });
  });
  test('is wrong where a file stands in the way or nothing may be written', async () => {
    const file = folder.write('file', '');
    expect((await disk(join(file, 'home'))).found).toBe(`${file} is no folder`);
    if (process.platform === 'linux') expect((await disk('/proc/1/home')).value).toBe('FAIL');
  });
  test('counts in the largest unit that fits', () => {
    expect([0, 1, 12_400, 5e6, 2.34e9].map(formatBytes)).toEqual(['0 kB', '1 kB', '13 kB', '5 MB', '2.3 GB']);
  });
});

describe('the port', () => {
  const serving = async (answer: object, look: (number: number) => Promise<void>): Promise<void> => {
    const server = createServer((_, response) => response.end(JSON.stringify(answer)));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    await look((server.address() as AddressInfo).port);
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };

  test('is free, and free again after the look', async () => {
    let free = 0;
    await serving({}, async (number) => void (free = number));
    for (const _ of [1, 2]) expect(await port({ host: '127.0.0.1', port: free })).toMatchObject({ value: 'PASS', verdict: 'ok' });
    expect((await port({ host: '127.0.0.1', port: 0 })).value).toBe('PASS');
  });
  test('that another program has is wrong', async () => {
    await serving({ status: 'ok' }, async (number) => {
      const finding = await port({ host: '127.0.0.1', port: number });
      expect(finding).toMatchObject({ value: 'FAIL', verdict: 'wrong', found: `127.0.0.1:${number} is taken by another program` });
      expect(finding.remedy).toContain('PROJECTA_PORT');
    });
  });
  test('that Project A has already is well', async () => {
    const health = { status: 'ok', version: '1.2.3', engine: { name: 'projecta', semantics_version: 1 } };
    await serving(health, async (number) => {
      expect((await port({ host: '127.0.0.1', port: number })).found).toBe(`Project A 1.2.3 serves at 127.0.0.1:${number} already`);
    });
  });
  test('of a host that this machine does not have is wrong', async () => {
    expect(await port({ host: '192.0.2.1', port: 8000 })).toMatchObject({ value: 'FAIL', verdict: 'wrong' });
    expect((await port({ host: '192.0.2.1', port: 8000 })).remedy).toContain('PROJECTA_HOST');
  });
});

describe('the database', () => {
  /** What the inspection's own process would have written. */
  const inspected = async (file: string, how: ProgramEnd['how'] = 'ended', lines = 9): Promise<Finding> => {
    const steps: string[] = [];
    await inspectDatabase(file, (step) => void steps.push(JSON.stringify(step)));
    const output = Buffer.from(steps.slice(0, lines).join('\n'));
    return databaseFinding({ ...recordedEnd(null, { how }), output }, { file, size: statSync(file).size });
  };
  const made = async (name: string): Promise<string> => {
    const file = join(folder.path, name);
    const store = await openStore({ file });
    for (let i = 0; i < 40; i += 1) await store.presets.put({ name: `preset ${i}`, config: { symbol: 'TEST', timeframe: '1h', seed: i } });
    await store.close();
    return file;
  };

  test('that is not there is made later, and not by looking', async () => {
    const file = join(folder.path, 'none', 'projecta.db');
    const finding = await database(file, () => Promise.reject(new Error('nothing is run')));
    expect(finding).toMatchObject({ value: 'PASS', verdict: 'ok', found: `none yet: the first run makes ${file}` });
    expect(statSync(join(folder.path, 'none'), { throwIfNoEntry: false })).toBeUndefined();
  });
  test('that is sound is said to be, with its size', async () => {
    expect(await inspected(await made('sound.db'))).toMatchObject({ value: 'PASS', verdict: 'ok' });
  });
  test('that is damaged is wrong, with what to do', async () => {
    const file = await made('damaged.db');
    truncateSync(file, statSync(file).size - 8192);
    const finding = await inspected(file);
    expect(finding).toMatchObject({ value: 'FAIL', verdict: 'wrong' });
    expect(finding.found).toContain('damaged');
    expect(finding.remedy).toContain('backup');
  });
  test('that is another file is wrong, with what to do', async () => {
    const file = join(folder.path, 'foreign.db');
    writeFileSync(file, 'no database at all, but long enough to be looked at'.repeat(50));
    const finding = await inspected(file);
    expect(finding).toMatchObject({ value: 'FAIL', found: 'The database "foreign.db" is no database of this program' });
    expect(finding.remedy).toMatch(/^Move it away/);
  });
  test('that takes too long is judged by how far it came', async () => {
    const file = await made('slow.db');
    expect(await inspected(file, 'timed_out', 2)).toMatchObject({ value: 'PASS', verdict: 'note' });
    expect(await inspected(file, 'timed_out', 1)).toMatchObject({ value: 'FAIL', verdict: 'wrong' });
    expect((await inspected(file, 'timed_out', 0)).remedy).toContain('process that holds it');
  });
});
