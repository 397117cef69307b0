import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { type Ended, projecta } from '../testing/projecta.js';
import { temporaryFolder, type TemporaryFolder } from '../testing/temporary-folder.js';

let folder: TemporaryFolder;
let server: Server;
let taken: string;

beforeAll(async () => {
  folder = temporaryFolder();
  server = createServer((socket) => socket.end());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  taken = String((server.address() as AddressInfo).port);
});
afterAll(async () => {
  await new Promise((resolve) => server.close(resolve));
  folder.remove();
});

const doctor = (words: readonly string[], env: Record<string, string> = {}): Promise<Ended> =>
  projecta(['doctor', ...words], { cwd: folder.path, env: { PROJECTA_PORT: '0', ...env } });

interface Written {
  readonly evaluation: Readonly<Record<string, unknown>>;
  readonly items: readonly { readonly name: string; readonly found: string; readonly remedy: string | null }[];
}

describe('projecta doctor', () => {
  test('ends with 0 where Project A can run, paints nothing where no terminal is, writes the report whole and makes nothing else', async () => {
    const file = join(folder.path, 'deep', 'report.json');
    const { code, stdout, stderr } = await doctor(['--json', file]);
    expect([code, stderr]).toEqual([0, `The report is in ${file}.\n`]);
    expect(stdout).toMatch(/^✓ Node +v\d+/m);
    expect(stdout).toMatch(/^✓ native modules +sqlite3 loads/m);
    expect(stdout).toMatch(/^✓ database +none yet/m);
    expect(stdout).toMatch(/^Ready: Project A can run here\.$/m);
    expect(stdout).not.toContain('\u001b');
    const { evaluation } = JSON.parse(readFileSync(file, 'utf8')) as Written;
    expect(evaluation).toMatchObject({ overall_ready: true, node: 'PASS', native_modules: 'PASS', port: 'PASS', database: 'PASS' });
    expect(readdirSync(folder.path)).toEqual(['deep']);
  });
  test('--json - prints the report alone; settings that are wrong are a finding among the rest', async () => {
    const { code, stdout, stderr } = await doctor(['--json', '-'], { PROJECTA_PROT: '1', PROJECTA_WORKERS: 'many' });
    expect([code, stderr]).toEqual([1, '']);
    const { evaluation, items } = JSON.parse(stdout) as Written;
    expect(evaluation).toMatchObject({ overall_ready: false, settings: 'FAIL', disk: 'UNKNOWN', native_modules: 'PASS' });
    expect(items.find(({ name }) => name === 'settings')!.remedy).toMatch(/PROJECTA_PROT.*PROJECTA_PORT.*\nPROJECTA_WORKERS.*"many"/);
  });
  test('ends with 1 and says what to do where the port is taken and the database is none', async () => {
    const home = folder.path;
    folder.write('projecta.db', 'this is something else entirely'.repeat(40));
    const { code, stdout } = await doctor([], { PROJECTA_HOME: home, PROJECTA_PORT: taken });
    expect(code).toBe(1);
    expect(stdout).toMatch(/^✗ port +127\.0\.0\.1:\d+ is taken by another program\n +→ /m);
    expect(stdout).toMatch(/^✗ database +The database "projecta.db" is no database of this\s+program\n +→ Move it away/m);
    expect(stdout).toMatch(/^Not ready/m);
  });
  test('asks for the file that --json needs', async () => {
    expect(await doctor(['--json'])).toMatchObject({ code: 2, stdout: '' });
  });
});
