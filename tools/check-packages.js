// Every publishable package passes publint, names a license and a README, and has two configuration files.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
let wrong = 0;
const complain = (text) => {
  wrong++;
  console.error(text);
};

for (const kind of ['libs', 'apps']) {
  for (const name of readdirSync(join(root, kind))) {
    const folder = join(root, kind, name);
    const file = join(folder, 'package.json');
    if (!existsSync(file)) continue;
    const manifest = JSON.parse(readFileSync(file, 'utf8'));
    if (manifest.private) continue;
    for (const key of ['version', 'description', 'license', 'files'])
      if (!manifest[key]) complain(`${kind}/${name}: package.json has no "${key}"`);
    if (!existsSync(join(folder, 'README.md'))) complain(`${kind}/${name}: no README.md`);
    const { messages } = await publint({ pkgDir: folder, strict: true, pack: false });
    for (const message of messages) if (message.type !== 'suggestion') complain(`${kind}/${name}: ${formatMessage(message, manifest)}`);
  }
}
console.log(wrong === 0 ? 'All packages are publishable.' : `${wrong} complaints.`);
process.exit(wrong === 0 ? 0 : 1);
