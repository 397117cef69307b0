import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const LIBS = ['errors', 'hashing', 'persistence'];
const PACKAGES = ['typeorm', 'sqlite3', 'reflect-metadata', '@noble'];

/**
 * Compiles this library and what it stands on into a folder, so that a process of its own can run it without a build.
 * Answers where the compiled `src` is.
 */
export function compiledStore(folder: string): string {
  const libs = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');
  const modules = join(folder, 'node_modules');
  mkdirSync(join(modules, '@projecta'), { recursive: true });
  for (const name of PACKAGES) symlinkSync(join(libs, '..', 'node_modules', name), join(modules, name));
  for (const lib of LIBS) {
    const target = join(modules, '@projecta', lib);
    compile(join(libs, lib, 'src'), join(target, 'dist'));
    cpSync(join(libs, lib, 'package.json'), join(target, 'package.json'));
  }
  return join(modules, '@projecta', 'persistence', 'dist');
}

function compile(source: string, target: string): void {
  for (const path of readdirSync(source, { recursive: true, encoding: 'utf8' })) {
    if (!path.endsWith('.ts') || /\.(spec|bench|twin)\.ts$/.test(path)) continue;
    const { outputText } = ts.transpileModule(readFileSync(join(source, path), 'utf8'), {
      compilerOptions: {
        target: ts.ScriptTarget.ES2022,
        module: ts.ModuleKind.ESNext,
        verbatimModuleSyntax: true,
        experimentalDecorators: true,
        useDefineForClassFields: false,
      },
    });
    const file = join(target, relative(source, join(source, path)).replace(/\.ts$/, '.js'));
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, outputText);
  }
}
