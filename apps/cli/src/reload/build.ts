import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { Repository } from './repository.js';

/** Compiles what has changed; false where it does not compile, with the compiler's messages on stderr. */
export function build({ root, projects }: Repository): Promise<boolean> {
  const compiler = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [compiler, '-b', '--pretty', ...projects], { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
    child.stdout.on('data', (piece: Buffer) => process.stderr.write(piece)); // stdout is the server's
    child.on('error', () => resolve(false));
    child.on('close', (code) => resolve(code === 0));
  });
}
