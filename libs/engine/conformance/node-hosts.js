// Node, as it runs and in other versions fetched from the registry.
import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { NotObtainable } from './not-obtainable.js';

const run = promisify(execFile);
const cache = fileURLToPath(new URL('../../../node_modules/.cache/projecta-nodes/', import.meta.url));

/** A host that runs the script under a Node of its own process. `major` undefined: the running one. */
export function nodeHost(major) {
  return {
    name: major === undefined ? 'Node (running)' : `Node ${major}`,
    async digests(script, folder) {
      const binary = major === undefined ? process.execPath : await binaryOf(major);
      const file = join(folder, 'node.cjs');
      writeFileSync(file, `${script}\nprojectaGolden().then(console.log);\n`);
      const { stdout } = await run(binary, [file], { maxBuffer: 1 << 24 });
      const { stdout: version } = await run(binary, ['-p', '`${process.version}, V8 ${process.versions.v8}`']);
      return { version: version.trim(), json: stdout };
    },
  };
}

/** The binary of the newest Node of a major version, installed once. */
async function binaryOf(major) {
  const folder = join(cache, String(major));
  const binary = join(folder, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (existsSync(binary)) return binary;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "private": true, "allowScripts": { "node": true } }\n');
  const npm = process.env.npm_execpath ?? join(dirname(process.execPath), '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js');
  try {
    await run(process.execPath, [npm, 'install', '--prefix', folder, '--no-audit', '--no-fund', `node@${major}`], { cwd: folder });
  } catch (error) {
    throw new NotObtainable(
      `npm could not install node@${major}: ${
        String(error.stderr ?? error)
          .trim()
          .split('\n')[0]
      }`,
    );
  }
  if (!existsSync(binary)) throw new NotObtainable(`the package node@${major} brought no binary`);
  return binary;
}
