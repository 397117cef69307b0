import ts from 'typescript';

/**
 * Compiles snippets against the sources of the house and returns the messages of each one's type errors.
 * `from` is the caller's import.meta.url. All snippets are one program: the libraries are read once.
 */
export function typeErrors(snippets: Readonly<Record<string, string>>, from: string): Readonly<Record<string, readonly string[]>> {
  const root = decodeURIComponent(from.slice('file://'.length, from.indexOf('/libs/engine/'))).replace(/^\/(?=[A-Za-z]:)/, '');
  const folder = `${root}/libs/engine/src/`;
  const texts = new Map(Object.entries(snippets).map(([name, text], i) => [`${folder}snippet-${i}.ts`, { name, text }]));
  const options: ts.CompilerOptions = {
    ...{ target: ts.ScriptTarget.ES2023, module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext },
    ...{ lib: ['lib.es2023.d.ts'], types: [], strict: true, exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true },
    ...{ noEmit: true, skipLibCheck: true, experimentalDecorators: true },
    paths: { '@projecta/*': [`${root}/libs/*/src/index.ts`] },
  };
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists, readFile } = host;
  host.fileExists = (path) => texts.has(path) || fileExists(path);
  host.readFile = (path) => texts.get(path)?.text ?? readFile(path);
  host.getSourceFile = (path, ...rest) => {
    const snippet = texts.get(path);
    return snippet ? ts.createSourceFile(path, snippet.text, ts.ScriptTarget.ES2023) : getSourceFile(path, ...rest);
  };
  const program = ts.createProgram([...texts.keys()], options, host);
  return Object.fromEntries(
    [...texts].map(([path, { name }]) => {
      const file = program.getSourceFile(path)!;
      const found = [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)];
      return [name, found.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '))];
    }),
  );
}
