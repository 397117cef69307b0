import { compareReplay, MANIFEST, type Manifest, manifestArtifact, sealManifest } from '@projecta/artifacts';
import { removeRun, runFolder, stageRun } from '@projecta/artifacts/node';
import { sha256Stream } from '@projecta/hashing/node';
import type { CompletionAnswer, JsonObject, NewRunEvent } from '@projecta/persistence';
import type { Computed } from '../compute/computed.js';
import type { Home } from '../open-home.js';

/** A computed attempt, and what else is stored with it. */
export interface Keeping {
  readonly run_hash: string;
  readonly attempt: number;
  readonly computed: Computed;
  readonly timings: JsonObject;
  /** Events before `run.completed`. */
  readonly events: readonly NewRunEvent[];
  /** How many completed runs are kept. */
  readonly keep: number;
}

/**
 * Completes an attempt: its files are written and flushed under a hidden name, then, in one transaction, its manifest is sealed behind the
 * last one, the folder takes its place and the row is written. A crash at any instant leaves all of it or nothing that `repairHome` keeps.
 */
export async function keepRun(home: Home, { run_hash, attempt, computed, timings, events, keep }: Keeping): Promise<CompletionAnswer> {
  const { artifacts, store, owner } = home;
  const files = computed.artifacts.filter(({ name }) => name !== MANIFEST);
  const staged = await stageRun(runFolder(artifacts, run_hash), files, owner);
  try {
    const { summary, metrics, tried } = computed;
    const warnings = summary.warnings.map(({ code, message }): NewRunEvent => ({ type: 'run.warning', data: { code, message } }));
    const answer = await store.runs.complete({
      ...{ run_hash, attempt, timings, keep },
      summary: summary as unknown as JsonObject,
      tried,
      events: [...events, ...warnings],
      data: { metrics: metrics as unknown as JsonObject },
      seal: async (chainPrev) => {
        const manifest = sealManifest(computed.manifest, chainPrev, sha256Stream);
        await staged.add(manifestArtifact(manifest));
        await staged.place({ replace: true });
        return { ...manifest };
      },
    });
    if (answer.completed) await removeLeftOver(home, answer.pruned);
    return answer;
  } finally {
    await staged.discard();
  }
}

/** Removes the files of runs that the store keeps no more, and the data sets that nobody needs then. */
export async function removeLeftOver(home: Home, run_hashes: readonly string[]): Promise<void> {
  if (run_hashes.length === 0) return;
  const { artifacts, store, owner } = home;
  await store.whileLocked(async ({ runs }) => {
    for (const run_hash of run_hashes) if (!runs.has(run_hash)) await removeRun(artifacts, run_hash, owner);
  });
  await home.dataSets.sweep();
}

/** Puts the files of a completed run or sweep that lost some back as its manifest in the ledger says. False where they do not fit it. */
export async function mendRun(home: Home, run_hash: string, computed: Computed): Promise<boolean> {
  const { artifacts, store, owner } = home;
  const entry = (await store.ledger.ofRun(run_hash)).at(-1);
  if (!entry) return false;
  const manifest = entry.manifest as unknown as Manifest; // the one in the chain: other extra digests today are no matter
  if (manifest.format_version !== computed.manifest.format_version || !compareReplay(manifest, computed.manifest).same) return false;
  const files = [...computed.artifacts.filter(({ name }) => name !== MANIFEST), manifestArtifact(manifest)];
  const staged = await stageRun(runFolder(artifacts, run_hash), files, owner);
  try {
    return await store.whileLocked(async ({ runs }) => {
      if (runs.has(run_hash)) await staged.place({ replace: true });
      return runs.has(run_hash);
    });
  } finally {
    await staged.discard();
  }
}
