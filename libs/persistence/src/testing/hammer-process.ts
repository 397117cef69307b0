import { mkdirSync, renameSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { openStore } from '../open-store.js';
import { completion, sampleRun, sealed } from './sample-run.js';

// A process that submits, computes and completes runs as fast as it can, in a folder others may hammer too, until it is killed or has done
// `runs` of them. It says on stdout what was acknowledged to it, a line each: `opening`, `ready`, `submitted HASH`, `completed HASH MANIFEST_HASH`.

const [folder = '.', label = 'a', runs = 'Infinity'] = process.argv.slice(2);
say('opening');
const store = await openStore({ file: join(folder, 'projecta.db') });
const owner = { owner: label };
mkdirSync(join(folder, 'runs'), { recursive: true });
await store.runs.recover((name) => name !== label); // what a namesake left when it was killed
say('ready');

for (let n = 0; n < Number(runs); n++) {
  const { run } = await store.runs.submit(sampleRun(`${label} ${process.pid} ${n}`));
  say(`submitted ${run.run_hash}`);
  await store.runs.submit(sampleRun(`shared ${n}`), { maxQueued: 50 });
  for (let claimed = await store.runs.claimNext(owner); claimed; claimed = n % 3 ? undefined : await store.runs.claimNext(owner)) {
    await compute(claimed);
  }
}
await store.close();

async function compute({ run_hash, attempt }: { run_hash: string; attempt: number }): Promise<void> {
  const working = join(folder, 'runs', `.working-${run_hash}-${process.pid}`);
  writeFileSync(working, '');
  await store.runs.progress({ run_hash, attempt, stage: 'data', progress: 0.5, events: [{ type: 'stage.started' }] });
  const seal = (chainPrev: string | null) => {
    const manifest = sealed(run_hash, chainPrev);
    writeFileSync(working, manifest.manifest_hash);
    renameSync(working, join(folder, 'runs', run_hash));
    return manifest;
  };
  const answer = await store.runs.complete(completion({ run_hash, attempt }, { seal, keep: 1_000_000 }));
  if (answer.completed) say(`completed ${run_hash} ${answer.run.manifest_hash}`);
}

/** Synchronously, so that nothing said is lost when the process is killed. */
function say(line: string): void {
  writeSync(1, `${line}\n`);
}
