import { describe, expect, test } from '@jest/globals';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const root = join(dirname(fileURLToPath(import.meta.url)), '../../..');
const cache = join(root, 'node_modules/.cache');

interface Snippet {
  readonly file: string;
  readonly code: string;
}

/** The TypeScript blocks of a Markdown page: each is a file of its own, named by `file=` or numbered. */
function snippets(page: string): Snippet[] {
  const text = readFileSync(join(root, page), 'utf8');
  return [...text.matchAll(/^```(ts|js)(?: file=(\S+))?\n([\s\S]*?)^```/gm)].map(([, kind, file, code], i) => ({
    file: file ?? `snippet-${i + 1}.${kind}`,
    code: code!,
  }));
}

/** Compiles the blocks strictly against the built packages and runs the last one: it must end well and complain of nothing. */
function runPage(page: string): void {
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, 'docs-'));
  try {
    const blocks = snippets(page);
    for (const { file, code } of blocks) writeFileSync(join(folder, file), code);
    const options: ts.CompilerOptions = {
      target: ts.ScriptTarget.ES2023,
      module: ts.ModuleKind.NodeNext,
      moduleResolution: ts.ModuleResolutionKind.NodeNext,
      strict: true,
      noUncheckedIndexedAccess: true,
      skipLibCheck: true,
      allowJs: true,
      rootDir: folder,
      outDir: join(folder, 'out'),
      types: ['node'],
    };
    writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
    const program = ts.createProgram(
      blocks.map(({ file }) => join(folder, file)),
      options,
    );
    const problems = ts.getPreEmitDiagnostics(program).map((one) => ts.flattenDiagnosticMessageText(one.messageText, '\n'));
    expect(problems).toEqual([]);
    program.emit();
    const last = blocks.at(-1)!.file.replace(/\.ts$/, '.js');
    const ran = spawnSync(process.execPath, [last], { cwd: join(folder, 'out'), encoding: 'utf8' });
    expect(ran.stderr).toBe('');
    expect(ran.status).toBe(0);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const pages = ['README.md', 'specs/adding-a-strategy.md', ...readdirSync(join(root, 'libs')).map((name) => `libs/${name}/README.md`)];

describe('the code in the documents compiles strictly and runs', () => {
  test.each(pages.filter((page) => snippets(page).length > 0))('%s', (page) => {
    runPage(page);
  });
});
