// Gives every project its targets from what its folder holds, so that a library needs no project.json.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';

const jest = 'node --experimental-vm-modules --disable-warning=ExperimentalWarning {workspaceRoot}/node_modules/jest/bin/jest.js';

/** Every file below `folder`, its own dist and node_modules aside. */
function filesBelow(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.name === 'dist' || entry.name === 'node_modules') return [];
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesBelow(path) : [path];
  });
}

/** Coverage by V8: what is measured is the code as it runs. It takes half as long again as the tests alone. */
function coverage(root, workspaceRoot) {
  return ` --coverage --coverageProvider v8 --coverageDirectory ${workspaceRoot}/coverage/${root} --coverageReporters json-summary`;
}

function targetsOf(root, workspaceRoot) {
  const folder = join(workspaceRoot, root);
  const files = filesBelow(folder);
  const doors = ['.', ...['node', 'browser'].filter((door) => existsSync(join(folder, door, 'tsconfig.json')))];
  const run = (command) => ({ executor: 'nx:run-commands', options: { command, cwd: root } });
  const targets = {
    build: {
      ...run(`tsc -b ${doors.join(' ')}`),
      dependsOn: ['^build'],
      cache: true,
      inputs: ['default', '^default'],
      outputs: ['{projectRoot}/dist'],
    },
    // The build checks every file, tests too; where it is up to date there is nothing left to do. A page, which vite builds, is checked here.
    typecheck: {
      ...run(existsSync(join(folder, 'index.html')) ? 'tsc -p . --noEmit' : `tsc -b ${doors.join(' ')}`),
      dependsOn: ['build'],
      cache: true,
      inputs: ['default', '^default'],
    },
    lint: { ...run('eslint . --max-warnings 0'), cache: true, inputs: ['default', '^default', '{workspaceRoot}/libs/*/package.json'] },
  };
  if (files.some((file) => file.endsWith('.spec.ts'))) {
    const isApp = root.startsWith('apps/');
    const test = (more) => ({
      ...run(
        `${jest.replace('{workspaceRoot}', workspaceRoot)} --config ${workspaceRoot}/jest.preset.js --rootDir .${isApp ? ' --maxWorkers=100%' : ''} --json --outputFile ${workspaceRoot}/coverage/${root}/jest.json${more}`,
      ),
      dependsOn: ['build'], // some specs start the built program or read built types
      parallelism: !isApp, // these start servers and programs, on every core: no other project's tests run beside them
      cache: true,
      inputs: ['default', '^default'],
      outputs: [`{workspaceRoot}/coverage/${root}`],
    });
    targets.test = test('');
    targets.coverage = test(coverage(root, workspaceRoot));
  }
  const benches = files.filter((file) => file.endsWith('.bench.ts'));
  if (benches.length > 0) {
    const built = benches.map((file) =>
      relative(folder, file)
        .split(sep)
        .join('/')
        .replace(/^src\//, 'dist/')
        .replace(/^node\//, 'dist/node/')
        .replace(/\.ts$/, '.js'),
    );
    targets.bench = { ...run(built.map((file) => `node --expose-gc ${file}`).join(' && ')), dependsOn: ['build'], cache: false };
  }
  return targets;
}

export const name = 'projecta-projects';

export const createNodesV2 = [
  '{libs,apps}/*/package.json',
  (configFiles, _options, { workspaceRoot }) =>
    configFiles.map((file) => {
      const root = dirname(file);
      const manifest = JSON.parse(readFileSync(join(workspaceRoot, file), 'utf8'));
      const extra = manifest.nx?.targets ?? {};
      return [file, { projects: { [root]: { name: root.split('/')[1], root, targets: { ...targetsOf(root, workspaceRoot), ...extra } } } }];
    }),
];
