import type { ChainDifference, Verification } from '@projecta/artifacts';
import { type Cancellation, catalogueOf, type NormalizedRunConfig, type OnProgress, type TrialPool } from '@projecta/engine';
import type { JsonValue } from '@projecta/hashing';
import { compareRuns, type RunComparison } from '../artifacts/compare-runs.js';
import { convertTable, type TableConversion } from '../artifacts/convert-table.js';
import { type KeptRunCheck, verifyKept } from '../artifacts/verify-kept.js';
import { type ChainLinks, verifyLinks } from '../artifacts/verify-links.js';
import { computeRun, type RunRequest } from '../compute/compute-run.js';
import { computeSweep } from '../compute/compute-sweep.js';
import type { Computed } from '../compute/computed.js';
import { identifyRun, type IdentifiedRun } from '../compute/identify-run.js';
import { type IdentifiedSweep, identifySweep } from '../compute/identify-sweep.js';
import { normalized, type RunPlugins } from '../compute/run-plugins.js';
import { cachedReaders } from '../data/candle-readers.js';
import { type CandleSlice, candleSlice, type SliceWanted } from '../data/candle-slice.js';
import type { DataDirFile } from '../data/data-dir.js';
import { featurePreview, type PreviewWanted } from '../data/feature-preview.js';
import { type FolderFacts, folderFacts } from '../data/folder-facts.js';
import { type DataSetPlace, type ProfiledDataSet, profileDataSet } from '../data/profile-data-set.js';
import type { StagedDataSet } from '../data/data-set-files.js';
import { stageUpload, type UnderstoodUpload, understandUpload, type UploadWanted } from '../data/stage-upload.js';
import type { ValueCache } from '../data/value-cache.js';

/** What a task is given by the thread it runs in. */
export interface TaskContext {
  readonly plugins: RunPlugins;
  readonly signal: Cancellation;
  readonly onProgress: OnProgress;
  /** What this thread keeps from task to task: candles, mostly. */
  readonly cache: ValueCache;
  /** The crew's threads that have nothing to do. */
  readonly pool: TrialPool;
}

/** What threads can be asked to do: everything that takes more than a millisecond of CPU. Inputs and outputs are posted, so they are plain data. */
export const TASKS = {
  identify: (request: RunRequest, { plugins, cache }: TaskContext): Promise<IdentifiedRun> =>
    identifyRun(request, plugins, cachedReaders(cache)),
  compute: (request: RunRequest, context: TaskContext): Promise<Computed> => computeRun(request, context),
  identifySweep: (request: RunRequest, { plugins, signal, cache }: TaskContext): Promise<IdentifiedSweep> =>
    identifySweep(request, { plugins, signal, readers: cachedReaders(cache) }),
  checkSweep: (request: RunRequest, { plugins, signal, cache }: TaskContext): Promise<IdentifiedSweep> =>
    identifySweep(request, { plugins, signal, readers: cachedReaders(cache), findsSkips: true }),
  computeSweep: (request: RunRequest, context: TaskContext): Promise<Computed> => computeSweep(request, context),
  normalize: async (config: JsonValue, { plugins }: TaskContext): Promise<NormalizedRunConfig> =>
    normalized(config, plugins, catalogueOf()),
  convert: (conversion: TableConversion, { signal }: TaskContext): Promise<number> => convertTable(conversion, signal),
  verify: (check: KeptRunCheck): Promise<Verification> => verifyKept(check),
  verifyLinks: async (links: ChainLinks): Promise<ChainDifference[]> => verifyLinks(links),
  compare: (comparison: RunComparison): Promise<Uint8Array> => compareRuns(comparison),
  folderFacts: (files: readonly DataDirFile[], { cache }: TaskContext): Promise<FolderFacts[]> => folderFacts(files, cache),
  profile: (place: DataSetPlace, { cache }: TaskContext): Promise<ProfiledDataSet> => profileDataSet(place, cache),
  stage: (wanted: UploadWanted): Promise<StagedDataSet> => stageUpload(wanted),
  understand: (wanted: UploadWanted): Promise<UnderstoodUpload> => understandUpload(wanted),
  candles: (wanted: SliceWanted, { cache }: TaskContext): Promise<CandleSlice> => candleSlice(wanted, cache),
  features: (wanted: PreviewWanted, context: TaskContext): Promise<{ readonly body: Uint8Array }> => featurePreview(wanted, context),
};

export type TaskName = keyof typeof TASKS;
export type TaskInput<Name extends TaskName> = Parameters<(typeof TASKS)[Name]>[0];
export type TaskOutput<Name extends TaskName> = Awaited<ReturnType<(typeof TASKS)[Name]>>;
