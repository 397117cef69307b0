// JavaScriptCore's bare shell: the language and print(), nothing else.
import { execFile } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { NotObtainable } from './not-obtainable.js';

const run = promisify(execFile);

/** JavaScriptCore. */
export const jsc = {
  name: 'JavaScriptCore',
  async digests(script, folder) {
    const paths = [process.env.JSC_PATH, '/usr/bin/jsc', '/usr/local/bin/jsc'];
    const binary = paths.find((path) => path && existsSync(path));
    if (!binary) throw new NotObtainable(`none of ${paths.filter(Boolean).join(', ')}`);
    const file = join(folder, 'jsc.mjs');
    writeFileSync(file, `${script}\nprojectaGolden().then(print, (error) => print(\`\${error}\\n\${error.stack}\`));\n`);
    const { stdout } = await run(binary, ['-m', file], { maxBuffer: 1 << 24 });
    return { version: 'shell', json: stdout };
  },
};
