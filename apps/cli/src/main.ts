import { readFileSync } from 'node:fs';
import { EXIT } from './exit-code.js';

/**
 * The command line. Sets the exit code and lets the process end by itself, so that a pipe is emptied first.
 * `--version` reads one file and loads nothing else.
 */
export async function main(words: readonly string[]): Promise<void> {
  process.stdout.on('error', endQuietly);
  process.stderr.on('error', endQuietly);
  process.on('SIGINT', () => process.exit(EXIT.interrupted));
  if (words.length === 1 && (words[0] === '--version' || words[0] === '-V')) {
    process.stdout.write(`${version()}\n`);
    return;
  }
  const [{ runProgram }, { readSettings, showing }, { terminal }] = await Promise.all([
    import('./program.js'),
    import('./settings.js'),
    import('./terminal.js'),
  ]);
  const { mayColor, isDebug } = showing();
  process.exitCode = await runProgram(words, { version: version(), settings: readSettings, terminal: terminal({ mayColor }), isDebug });
}

/** A reader such as `head` has seen enough: that is no failure. */
function endQuietly(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
}

function version(): string {
  const about = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { readonly version: string };
  return about.version;
}
