// Prints line coverage by project, from what `nx run-many -t coverage` left.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = join(dirname(dirname(fileURLToPath(import.meta.url))), 'coverage');
let covered = 0;
let total = 0;
for (const kind of existsSync(folder) ? readdirSync(folder) : []) {
  for (const project of readdirSync(join(folder, kind))) {
    const file = join(folder, kind, project, 'coverage-summary.json');
    if (!existsSync(file)) continue;
    const { lines, branches } = JSON.parse(readFileSync(file, 'utf8')).total;
    covered += lines.covered;
    total += lines.total;
    console.log(
      `${`${kind}/${project}`.padEnd(24)} lines ${String(lines.pct).padStart(6)} %   branches ${String(branches.pct).padStart(6)} %`,
    );
  }
}
if (total > 0) console.log(`${'all'.padEnd(24)} lines ${((100 * covered) / total).toFixed(2).padStart(6)} %`);
