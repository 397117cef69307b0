import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chanceOf } from './chance.js';
import { crashRounds } from './crash-rounds.js';

/** The long form of the crash test: node apps/api/dist/testing/run-crash-rounds.js [ROUNDS] [SEED]. Exits 1 where anything was lost. */

const [rounds = 100, seed = 1] = process.argv.slice(2).map(Number);
const home = mkdtempSync(join(tmpdir(), 'projecta-crash-'));
const report = await crashRounds({ home, rounds, chance: chanceOf(seed), onRound: (line) => console.log(line) });
console.log(JSON.stringify(report, undefined, 2));
const { lost, unfinished, with_two_results, damaged, orphans, events_out_of_line, chain } = report;
const isWhole = chain.ok && [lost, unfinished, with_two_results, damaged, orphans, events_out_of_line].every((list) => list.length === 0);
if (isWhole) rmSync(home, { recursive: true, force: true });
else console.log(`The home stays for a look: ${home}`);
process.exitCode = isWhole ? 0 : 1;
