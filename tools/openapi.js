// Writes the OpenAPI document and the client's types from the code: `node tools/openapi.js`; `--check` only says whether they are in step.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { catalogueOf } from '@projecta/engine';
import { openApiDocument } from '@projecta/api';
import { dump } from 'js-yaml';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const { version } = JSON.parse(readFileSync(join(root, 'apps/api/package.json'), 'utf8'));
const NOTE = '# Made from the code by `npm run openapi`; CI holds the two equal.\n';
const document = dump(JSON.parse(JSON.stringify(openApiDocument(catalogueOf(), version))), {
  sortKeys: true,
  noRefs: true,
  lineWidth: 140,
});
const yaml = join(root, 'specs/001-initial-dual-tier/contracts/openapi.yaml');
const types = join(root, 'libs/client/src/schema.generated.ts');
const isCheck = process.argv.includes('--check');

const folder = mkdtempSync(join(tmpdir(), 'projecta-openapi-'));
try {
  const made = join(folder, 'openapi.yaml');
  writeFileSync(made, NOTE + document);
  const maker = join(root, 'tools/client-types');
  const program = join(maker, 'node_modules/openapi-typescript/bin/cli.js');
  execFileSync(process.execPath, [program, made, '-o', join(folder, 'schema.ts'), '--alphabetize', '--default-non-nullable', 'false'], {
    cwd: maker,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const files = [
    [yaml, readFileSync(made, 'utf8')],
    [types, readFileSync(join(folder, 'schema.ts'), 'utf8')],
  ];
  const stale = files.filter(([path, text]) => readOrNothing(path) !== text);
  if (isCheck && stale.length > 0) {
    console.error(`Not in step with the code: ${stale.map(([path]) => path).join(', ')}. Run npm run openapi.`);
    process.exitCode = 1;
  } else if (!isCheck) {
    for (const [path, text] of stale) {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text);
      console.log(`wrote ${path}`);
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function readOrNothing(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
