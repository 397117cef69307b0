import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const root = join(dirname(fileURLToPath(import.meta.url)), '../../..');
const cache = join(root, 'node_modules/.cache');

interface Snippet {
  readonly file: string;
  readonly code: string;
}

/** The `ts` and `js` blocks of a Markdown page: each is a file of its own, named by `file=` or numbered. A sketch is fenced as `typescript`. */
function snippets(page: string): Snippet[] {
  const text = readFileSync(join(root, page), 'utf8');
  return [...text.matchAll(/^```(ts|js)(?: file=(\S+))?\n([\s\S]*?)^```/gm)].map(([, kind, file, code], i) => ({
    file: file ?? `snippet-${i + 1}.${kind}`,
    code: code!,
  }));
}

const pages = [
  'README.md',
  'specs/adding-a-strategy.md',
  ...readdirSync(join(root, 'libs')).map((name) => `libs/${name}/README.md`),
].filter((page) => snippets(page).length > 0);

/** A folder a page, under one project: one compilation for all of them. */
const folderOf = (page: string): string => page.replaceAll(/[/.]/g, '-');

let project = '';
let problems: readonly { readonly folder: string; readonly text: string }[] = [];

beforeAll(() => {
  mkdirSync(cache, { recursive: true });
  project = mkdtempSync(join(cache, 'docs-'));
  writeFileSync(join(project, 'package.json'), '{"type":"module"}');
  const files = pages.flatMap((page) => {
    mkdirSync(join(project, folderOf(page)));
    return snippets(page).map(({ file, code }) => {
      const path = join(project, folderOf(page), file);
      writeFileSync(path, code);
      return path;
    });
  });
  const program = ts.createProgram(files, {
    target: ts.ScriptTarget.ES2023,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    strict: true,
    noUncheckedIndexedAccess: true,
    skipLibCheck: true,
    allowJs: true,
    rootDir: project,
    outDir: join(project, 'out'),
    types: ['node'],
  });
  problems = ts.getPreEmitDiagnostics(program).map(({ file, messageText }) => ({
    folder: file ? relative(project, dirname(file.fileName)) : '',
    text: ts.flattenDiagnosticMessageText(messageText, '\n'),
  }));
  program.emit();
});

afterAll(() => rmSync(project, { recursive: true, force: true }));

describe('the code in the documents', () => {
  test.each(pages)('of %s compiles strictly, ends well and complains of nothing', (page) => {
    const folder = folderOf(page);
    expect(problems.filter((one) => one.folder === folder || one.folder === '').map((one) => one.text)).toEqual([]);
    const last = snippets(page).at(-1)!.file.replace(/\.ts$/, '.js');
    const ran = spawnSync(process.execPath, [last], { cwd: join(project, 'out', folder), encoding: 'utf8' });
    expect(ran.stderr).toBe('');
    expect(ran.status).toBe(0);
  });
});
