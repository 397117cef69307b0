import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SAMPLE, TEN_DAYS, TEN_DAYS_CSV } from './testing/configs.js';
import { inProcess } from './testing/in-process.js';
import { temporaryFolder, type TemporaryFolder } from './testing/temporary-folder.js';

let folder: TemporaryFolder;
let home: string;

/** Each: what is typed, and what the answer must say. `{}` stands for the folder of the files below. */
const CASES: readonly (readonly [string, readonly string[], readonly RegExp[]])[] = [
  ['a config that is not there', ['run', '{}/none.json'], [/There is no file ".*none\.json"/, /RunConfig in JSON, or -/]],
  ['a folder as a config', ['run', '{}'], [/is a folder/]],
  ['an empty config', ['run', '{}/empty.json'], [/empty\.json is empty/]],
  ['malformed JSON', ['run', '{}/malformed.json'], [/malformed\.json: line 2, column 3: expected/]],
  ['a duplicate key', ['run', '{}/duplicate.json'], [/duplicate\.json: line 1, column 16: the key "seed" is there twice/]],
  ['an integer that is not exact', ['run', '{}/inexact.json'], [/9007199254740993 is beyond/]],
  ['__proto__', ['run', '{}/proto.json'], [/"__proto__" is refused/]],
  ['text that is not UTF-8', ['run', '{}/latin.json'], [/latin\.json is not UTF-8/]],
  [
    'an unknown key and a wrong type at once',
    ['validate', '{}/unknown.json'],
    [/unknown\.json has 2 problems/, /\/strategy\/params\/fsat/, /Did you mean "fast"/, /\/seed/],
  ],
  ['a number as text', ['validate', '{}/sample.json', '--set', 'strategy.params.fast="5"'], [/\/strategy\/params\/fast/]],
  [
    'an unknown strategy',
    ['validate', '{}/sample.json', '--set', 'strategy.name=dual_sna'],
    [/\/strategy\/name/, /Did you mean "dual_sma"/],
  ],
  ['fast beyond slow', ['validate', '{}/sample.json', '--set', 'strategy.params.fast=50'], [/\/strategy\/params\/fast/]],
  ['an end before the start', ['validate', '{}/sample.json', '--set', 'end=2023-01-01'], [/\/end/, /must come after start/]],
  ['too short a span', ['validate', '{}/sample.json', '--set', 'end=2024-01-01T00:10:00Z'], [/10 bars/, /needs at least 16/]],
  ['a method that is not there yet', ['validate', '{}/sample.json', '--set', 'validation.walk_forward={}'], [/\/validation\/walk_forward/]],
  [
    'a --set that is none',
    ['run', '{}/sample.json', '--set', 'fast', '--set', 'symbol.x=1'],
    [/The command line has 2 problems/, /--set fast/, /lies inside "TEST"/],
  ],
  ['a symbol without candles', ['validate', '{}/ten-days.json'], [/no candles for ACME/, /projecta data add/]],
  ['a data file that is not there', ['validate', '{}/ten-days.json', '--data', '{}/none.csv'], [/There is no file "none\.csv"/]],
  ['an unreadable row', ['validate', '{}/ten-days.json', '--data', '{}/bad.csv'], [/bad\.csv: line 3, column High: .*abc/]],
  ['an unknown plug-in file', ['validate', '{}/sample.json', '--plugin', '{}/none.mjs'], [/no plug-in file/]],
  ['a plug-in in TypeScript', ['validate', '{}/sample.json', '--plugin', '{}/plugin.ts'], [/is TypeScript/]],
  ['an --out that is not empty', ['run', '{}/sample.json', '--out', '{}'], [/is not empty/, /nothing was run/]],
  ['an --out that is a file', ['run', '{}/sample.json', '--out', '{}/sample.json'], [/cannot be used as a folder/]],
  ['an unknown run', ['export', '0123456789abcdef'], [/no run or sweep "0123456789abcdef"/]],
  ['too short a prefix', ['report', 'abc'], [/at least 8 digits/]],
  ['an unknown format', ['export', '0123456789abcdef', '--format', 'xlsx'], [/Allowed choices are csv, json, arrow/]],
  ['an unknown plug-in name', ['catalog', 'dual_sna'], [/Did you mean "dual_sma"/]],
  [
    'a rule that does not parse',
    ['validate', '{}/sample.json', '--set', 'strategy={"name":"rules","params":{"long":"clos > 1","exit":"close >"}}'],
    [
      /strategy\/params\/long.*at column 1: there is no column "clos"\. Did you mean "close"\?/,
      /strategy\/params\/exit.*at column 8: found the end/,
    ],
  ],
  ['an unknown command', ['rnu'], [/unknown command 'rnu'/, /Did you mean run/]],
  ['an unknown option', ['run', '{}/sample.json', '--outt', 'x'], [/unknown option '--outt'/, /Did you mean --out/]],
  ['no config', ['run'], [/missing required argument 'config'/, /--preset ID/]],
  ['no config to validate', ['validate'], [/missing required argument 'config'/]],
  ['a config and a preset', ['run', '{}/sample.json', '--preset', '0123456789'], [/two configs/]],
  ['an unknown preset', ['run', '--preset', '0123456789'], [/no preset "0123456789"/]],
  ['a port that is none', ['serve', '--port', '70000'], [/whole number 0–65535/]],
  ['no workers', ['serve', '--workers', '0'], [/whole number 1–1024/]],
  ['no command', [], [/Usage: projecta/]],
  ['data without a symbol', ['data', 'add', '{}/good.csv'], [/--symbol/]],
  ['a symbol that reads as a path', ['data', 'add', '{}/good.csv', '--symbol', '../x'], [/"\.\.\/x"/, /segment/]],
  ['the symbol that is built in', ['data', 'add', '{}/good.csv', '--symbol', 'TEST'], [/built-in/]],
  ['a finer timeframe than the data', ['data', 'add', '{}/good.csv', '--symbol', 'A', '--timeframe', '1h'], [/finer/]],
  ['an adjustment without adj close', ['data', 'add', '{}/no-adj.csv', '--symbol', 'A', '--adjust'], [/no adj close column/]],
  ['the profile of nothing', ['data', 'profile', 'NOPE'], [/neither a file nor the symbol/]],
  ['the profile of bad rows, all of them', ['data', 'profile', '{}/bad.csv'], [/line 3/, /line 5/]],
  ['iterations that are no number', ['bench', 'run', '--iterations', 'many'], [/whole number 1–100000/]],
  ['an unknown model', ['bench', 'models', '--risk-models', 'kely_fraction'], [/Did you mean "kelly_fraction"/]],
];

beforeAll(() => {
  folder = temporaryFolder();
  home = join(folder.path, 'home');
  folder.write('empty.json', ' \n');
  folder.write('malformed.json', '{\n  symbol: "TEST"}');
  folder.write('duplicate.json', '{ "seed": 1,   "seed": 2 }');
  folder.write('inexact.json', '{ "seed": 9007199254740993 }');
  folder.write('proto.json', '{ "__proto__": {} }');
  folder.write('latin.json', Uint8Array.from([0x7b, 0xe9, 0x7d]));
  folder.write('unknown.json', JSON.stringify({ ...SAMPLE, strategy: { name: 'dual_sma', params: { fsat: 5 } }, seed: '42' }));
  folder.write('sample.json', JSON.stringify(SAMPLE));
  folder.write('ten-days.json', JSON.stringify(TEN_DAYS));
  folder.write('good.csv', TEN_DAYS_CSV);
  folder.write('no-adj.csv', TEN_DAYS_CSV.replace('Adj Close', 'Other'));
  folder.write('bad.csv', TEN_DAYS_CSV.replace('101,103,', '101,abc,').replace('103,105,', '103,1,'));
  folder.write('plugin.ts', 'export const x = 1;');
});
afterAll(() => folder.remove());

describe('bad input: exit 2, a message on stderr that says what to do, nothing on stdout, nothing written', () => {
  test.each(CASES)('%s', async (_, typed, expected) => {
    const before = readdirSync(folder.path).sort();
    const words = typed.map((word) => word.replace('{}', folder.path));
    const { code, stdout, stderr } = await inProcess(words, { PROJECTA_HOME: home });
    expect(stdout).toBe('');
    for (const pattern of expected) expect(stderr.replaceAll(/\n\s*/g, ' ')).toMatch(pattern);
    expect(stderr).not.toMatch(/\n\s+at |node:internal/);
    expect(code).toBe(2);
    expect(readdirSync(folder.path).sort()).toEqual(before);
    expect(existsSync(home)).toBe(false);
  });
  test('under --json: one line of problem JSON with every problem', async () => {
    const { code, stdout, stderr } = await inProcess(['validate', join(folder.path, 'unknown.json'), '--json'], { PROJECTA_HOME: home });
    expect([code, stdout]).toEqual([2, '']);
    const problem = JSON.parse(stderr) as { code: string; detail: string; errors: { path: string; code: string }[] };
    expect(problem.code).toBe('VALIDATION_FAILED');
    expect(problem.detail).toBe('unknown.json has 2 problems.');
    expect(problem.errors.map(({ path, code: one }) => [path, one])).toEqual([
      ['/strategy/params/fsat', 'UNKNOWN_KEY'],
      ['/seed', 'WRONG_TYPE'],
    ]);
  });
  test('under --json a usage error too', async () => {
    const { code, stderr } = await inProcess(['data', 'add', '--json', '--symbol', 'A'], {});
    expect(code).toBe(2);
    expect(JSON.parse(stderr)).toMatchObject({ code: 'NOT_ALLOWED', detail: "missing required argument 'file'" });
  });
  test('settings: a misspelt name stops every command, and --help still works', async () => {
    const environment = { PROJECTA_HOEM: '/x' };
    expect(await inProcess(['catalog'], environment)).toMatchObject({ code: 2, stderr: expect.stringContaining('PROJECTA_HOEM') });
    expect(await inProcess(['run', '--help'], environment)).toMatchObject({ code: 0, stderr: '' });
  });
});

describe('a home that cannot be written', () => {
  test('is exit 1 with the reason, not a stack', async () => {
    mkdirSync(join(folder.path, 'blocked'));
    writeFileSync(join(folder.path, 'blocked/datasets'), 'a file where a folder belongs');
    const words = ['data', 'add', join(folder.path, 'good.csv'), '--symbol', 'ACME'];
    const { code, stderr } = await inProcess(words, { PROJECTA_HOME: join(folder.path, 'blocked') });
    expect(stderr).toMatch(/^error: The folder .*datasets cannot be written to/);
    expect(code).toBe(1);
  });
});
