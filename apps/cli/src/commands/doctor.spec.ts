import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
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
  test('ends with 0 where Project A can run, makes nothing, and paints nothing where no terminal is', async () => {
    const { code, stdout, stderr } = await doctor([]);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^✓ Node +v\d+/m);
    expect(stdout).toMatch(/^✓ native modules +sqlite3 loads/m);
    expect(stdout).toMatch(/^✓ database +none yet/m);
    expect(stdout).toMatch(/^Ready: Project A can run here\.$/m);
    expect(stdout).not.toContain('\u001b');
    expect(existsSync(join(folder.path, '.projecta'))).toBe(false);
  });
  test('--json FILE writes the report whole beside the page, and - prints it alone', async () => {
    const file = join(folder.path, 'deep', 'report.json');
    const [beside, alone] = await Promise.all([doctor(['--json', file]), doctor(['--json', '-'])]);
    expect(beside.stdout).toMatch(/^Ready/m);
    expect(beside.stderr).toContain(file);
    const written = JSON.parse(readFileSync(file, 'utf8')) as Written;
    expect(written.evaluation).toMatchObject({ overall_ready: true, node: 'PASS', native_modules: 'PASS', database: 'PASS' });
    const printed = JSON.parse(alone.stdout) as Written;
    expect(alone.stderr).toBe('');
    expect(printed.items.map(({ name }) => name)).toEqual(written.items.map(({ name }) => name));
    expect(Object.keys(printed)).toEqual(Object.keys(written));
  });
  test('ends with 1 and the remedy where the port is taken, after writing the report', async () => {
    const file = join(folder.path, 'taken.json');
    const { code, stdout } = await doctor(['--json', file], { PROJECTA_PORT: taken });
    expect(code).toBe(1);
    expect(stdout).toMatch(/^✗ port +127\.0\.0\.1:\d+ is taken by another program\n +→ /m);
    expect(stdout).toMatch(/^Not ready/m);
    expect((JSON.parse(readFileSync(file, 'utf8')) as Written).evaluation).toMatchObject({ overall_ready: false, port: 'FAIL' });
  });
  test('finds settings that are wrong among the rest', async () => {
    const { code, stdout } = await doctor(['--json', '-'], { PROJECTA_PROT: '1', PROJECTA_WORKERS: 'many' });
    expect(code).toBe(1);
    const { evaluation, items } = JSON.parse(stdout) as Written;
    expect(evaluation).toMatchObject({ overall_ready: false, settings: 'FAIL', disk: 'UNKNOWN', native_modules: 'PASS' });
    expect(items.find(({ name }) => name === 'settings')!.remedy).toMatch(/PROJECTA_PROT.*PROJECTA_PORT.*\nPROJECTA_WORKERS.*"many"/);
  });
  test('opens the database that is there: a sound one, and one that is none', async () => {
    const [sound, foreign] = [join(folder.path, 'sound'), join(folder.path, 'foreign')];
    for (const home of [sound, foreign]) mkdirSync(home);
    writeFileSync(join(sound, 'projecta.db'), '');
    writeFileSync(join(foreign, 'projecta.db'), 'this is something else entirely'.repeat(40));
    const [well, ill] = await Promise.all([sound, foreign].map((home) => doctor([], { PROJECTA_HOME: home })));
    expect(well!.stdout).toMatch(/^✓ database +.*is sound and can be/m);
    expect(well!.code).toBe(0);
    expect(ill!.stdout).toMatch(/^✗ database +The database "projecta.db" is no database of this\n +program\n +→ Move it away/m);
    expect(ill!.code).toBe(1);
  });
  test('asks for the file that --json needs', async () => {
    expect((await doctor(['--json'])).code).toBe(2);
  });
});
