import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { mkdirSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { startServing } from '../testing/serving.js';
import { temporaryFolder, type TemporaryFolder } from '../testing/temporary-folder.js';
import { repositoryOf } from './repository.js';
import { sourceState } from './source-state.js';

const here = dirname(fileURLToPath(import.meta.url));
let folder: TemporaryFolder;

beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder.remove());

function write(path: string, content: string): void {
  mkdirSync(dirname(join(folder.path, path)), { recursive: true });
  writeFileSync(join(folder.path, path), content);
}

/** A repository of one library, whose server prints what the library says and waits to be ended. */
function smallRepository(): string {
  const options = { composite: true, rootDir: 'src', outDir: 'dist', module: 'nodenext', target: 'es2022', types: [] };
  write('nx.json', '{}');
  write('tsconfig.json', '{}');
  write('package.json', '{"type":"module"}');
  write('apps/api/src/index.ts', '');
  write('libs/word/tsconfig.json', JSON.stringify({ compilerOptions: options, include: ['src'] }));
  write('libs/word/src/index.ts', "export const word: string = 'one';\n");
  write('apps/cli/tsconfig.json', JSON.stringify({ files: [], references: [{ path: '../../libs/word' }] }));
  const server = `import { word } from '../../../libs/word/dist/index.js';
    process.on('SIGTERM', () => { console.log('ended', word); process.exit(0); });
    setInterval(() => undefined, 1000);
    console.log('serving', word, process.argv.slice(2).join(' '));`;
  write('apps/cli/bin/projecta.js', server);
  symlinkSync(join(here, '../../../../node_modules'), join(folder.path, 'node_modules'));
  return pathToFileURL(join(folder.path, 'apps/cli/dist/reload/serve-reloading.js')).href;
}

describe('the repository', () => {
  test('of a file of this program is this checkout, with every door of a library', () => {
    const { root, sources, projects } = repositoryOf(import.meta.url);
    expect(root).toBe(join(here, '../../../..'));
    expect(sources).toEqual(
      expect.arrayContaining(['libs/hashing/src', 'libs/hashing/node', 'apps/api/src'].map((one) => join(root, one))),
    );
    expect(projects).toEqual(
      expect.arrayContaining(['libs/hashing/node', 'libs/artifacts/node', 'apps/cli'].map((one) => join(root, one))),
    );
  });
  test('of an installed package is none, though it lies in a workspace', () => {
    for (const name of ['nx.json', 'tsconfig.json', 'apps/api/src/index.ts']) write(name, '{}');
    const installed = pathToFileURL(join(folder.path, 'node_modules/projecta/dist/reload/repository.js')).href;
    expect(() => repositoryOf(installed)).toThrow(/works in a checkout of the repository only/);
    const elsewhere = pathToFileURL(join(folder.path, 'inner/apps/cli/dist/reload/repository.js')).href;
    expect(() => repositoryOf(elsewhere)).toThrow(expect.objectContaining({ code: 'NOT_ALLOWED' }));
  });
});

describe('the state of sources', () => {
  test('changes when a source is written, added or removed, and not for specs and other files', async () => {
    write('a/x.ts', '1');
    const states = [await sourceState([folder.path])];
    const look = async (): Promise<void> => void states.push(await sourceState([folder.path]));
    write('a/x.spec.ts', '1');
    write('a/x.json', '1');
    await look();
    expect(states[1]).toBe(states[0]);
    utimesSync(join(folder.path, 'a/x.ts'), 1, 1);
    await look();
    write('a/b/y.ts', '1');
    await look();
    rmSync(join(folder.path, 'a/x.ts'));
    await look();
    expect(new Set(states).size).toBe(4);
    expect(await sourceState([join(folder.path, 'nowhere')])).toBe('');
  });
});

describe('serve --reload', () => {
  test('serves with one worker, anew when a source changes, as before while it does not compile, and ends with its server', async () => {
    const from = smallRepository();
    const compiled = pathToFileURL(join(here, '../../dist/reload/serve-reloading.js')).href;
    const program = `import { serveReloading } from ${JSON.stringify(compiled)};
      const terminal = { note: (line) => console.error(line) };
      process.exitCode = await serveReloading({ port: 8123, host: '::1', workers: 7 }, { terminal }, ${JSON.stringify(from)});`;
    const server = startServing(['--input-type=module', '-e', program], { cwd: folder.path });
    try {
      await server.line(/serving one serve --workers 1 --port 8123 --host ::1\n/);
      write('libs/word/src/index.ts', 'export const word: string = 2;\n');
      while (!server.stderr().includes('The build failed')) await new Promise((resolve) => setTimeout(resolve, 50));
      write('libs/word/src/index.ts', "export const word: string = 'three';\n");
      await server.line(/ended one\nserving three/);
      expect(await server.end('SIGINT')).toBe(0);
      await server.line(/ended three/);
    } finally {
      await server.end('SIGKILL');
    }
  });
});
