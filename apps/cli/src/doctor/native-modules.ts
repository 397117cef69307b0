import { createRequire } from 'node:module';
import { decodeOutput, firstLine } from './decode-output.js';
import { failed, type Finding, passed } from './finding.js';
import type { ProgramEnd, RunProgram } from './run-program.js';

/** Loads the driver whose path it is given and asks SQLite for its version. */
const PROBE = `
  const { Database } = require(process.argv[1]);
  const fail = (error) => { console.error(error.message); process.exit(1); };
  const database = new Database(':memory:', (error) => error ? fail(error)
    : database.get('select sqlite_version() as version', (problem, row) => problem ? fail(problem) : console.log(row.version)));
`;

const TIMEOUT_MS = 20_000;

/** Whether sqlite3, the one native module, loads; tried in a process of its own, since a binary that does not fit can end its process. */
export async function nativeModules(run: RunProgram): Promise<Finding> {
  const path = driverPath();
  if (path === undefined) return failed('sqlite3 is not installed', 'Install again: npm ci.');
  return nativeFinding(await run({ program: process.execPath, words: ['-e', PROBE, '--', path], timeoutMs: TIMEOUT_MS }));
}

/** The driver that the database's library would load. */
function driverPath(): string | undefined {
  try {
    const library = createRequire(import.meta.url).resolve('@projecta/persistence');
    return createRequire(library).resolve('sqlite3');
  } catch {
    return undefined;
  }
}

/** Why it does not load, by what Node or the system's loader says. */
const CAUSES: readonly (readonly [RegExp, string, string])[] = [
  [/NODE_MODULE_VERSION/, 'sqlite3 was built for another version of Node', 'Build it for this one: npm rebuild sqlite3.'],
  [
    /Could not locate the bindings file/,
    'sqlite3 was installed without its binary',
    'Allow its install script and run npm rebuild sqlite3; it needs a C++ compiler and Python 3 where there is no ready binary.',
  ],
  [
    /invalid ELF header|wrong ELF class|incompatible architecture|not a valid Win32 application|mach-o/i,
    'sqlite3 was installed on another kind of machine',
    'Remove node_modules and run npm ci on this one.',
  ],
  [
    /(GLIBC|GLIBCXX|CXXABI)_[\d.]+.*not found/,
    'the ready binary of sqlite3 needs a newer system',
    'Build it here: npm rebuild sqlite3 --build-from-source (with a C++ compiler and Python 3).',
  ],
  [/Cannot find module/, 'sqlite3 is not installed in full', 'Install again: npm ci.'],
];

/** What the probe's end says. */
export function nativeFinding({ how, code, output, errors }: ProgramEnd): Finding {
  const version = decodeOutput(output).trim();
  if (how === 'ended' && code === 0 && version !== '') return passed(`sqlite3 loads (SQLite ${version})`);
  const text = decodeOutput(errors);
  const cause = CAUSES.find(([pattern]) => pattern.test(text));
  if (cause !== undefined) return failed(cause[1], cause[2]);
  const said = how === 'timed_out' ? `not within ${TIMEOUT_MS / 1000} s` : messageOf(text) || `its process ended with ${code ?? 'a crash'}`;
  return failed(`sqlite3 does not load: ${said}`, 'Build it again: npm rebuild sqlite3.');
}

/** Of a stack as Node prints it, the error's line. */
function messageOf(text: string): string {
  return /^(?:\w*Error: .*)$/m.exec(text)?.[0].slice(0, 160) ?? firstLine(text);
}
