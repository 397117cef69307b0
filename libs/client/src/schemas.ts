import type { components, operations } from './schema.generated.js';

type Schemas = components['schemas'];

export type RunConfig = Schemas['RunConfig'];
export type NormalizedRunConfig = Schemas['NormalizedRunConfig'];
export type Submission = Schemas['Submission'];
export type RunCheck = Schemas['RunCheck'];
export type RunState = Schemas['RunState'];
export type RunStatus = Schemas['RunStatus'];
export type Run = Schemas['Run'];
export type ListedRun = Schemas['ListedRun'];
export type RunList = Schemas['RunList'];
export type Metrics = Schemas['Metrics'];
export type MetricId = keyof Metrics;
export type Comparison = Schemas['Comparison'];
export type RunVerification = Schemas['RunVerification'];
export type Manifest = Schemas['Manifest'];
export type TableRows = Schemas['TableRows'];
export type EquityRow = Schemas['EquityRow'];
export type FillRow = Schemas['FillRow'];
export type TradeRow = Schemas['TradeRow'];
export type ChainList = Schemas['ChainList'];
export type ChainVerification = Schemas['ChainVerification'];
export type Preset = Schemas['Preset'];
export type StoredPreset = Schemas['StoredPreset'];
export type PresetList = Schemas['PresetList'];
export type Catalog = Schemas['Catalog'];
export type CatalogItem = Schemas['CatalogItem'];
export type DataSet = Schemas['DataSet'];
export type DataSetList = Schemas['DataSetList'];
export type ProfiledDataSet = Schemas['ProfiledDataSet'];
export type StoredDataSet = Schemas['StoredDataSet'];
export type UploadCheck = Schemas['UploadCheck'];
export type Candles = Schemas['Candles'];
export type FeaturePreviewRequest = Schemas['FeaturePreviewRequest'];
export type FeaturePreview = Schemas['FeaturePreview'];
export type Timeframe = Schemas['Timeframe'];
export type Health = Schemas['Health'];
export type Problem = Schemas['Problem'];
export type InputProblem = Schemas['InputProblem'];
export type ErrorCode = Schemas['ErrorCode'];

export type SweepSubmission = Schemas['SweepSubmission'];
export type SweepCheck = Schemas['SweepCheck'];
export type SweepState = Schemas['SweepState'];
export type Sweep = Schemas['Sweep'];
export type ListedSweep = Schemas['ListedSweep'];
export type SweepList = Schemas['SweepList'];
export type SweepVerification = Schemas['SweepVerification'];
export type SweepRow = Schemas['SweepRow'];
export type SweepAxis = Schemas['SweepAxis'];
/** TypeScript cannot say of an object that one key has a number and all others have axes; the service does. */
export type SweepConfig = Omit<Schemas['SweepConfig'], 'random'> & {
  readonly random?: { readonly trials: number; readonly [path: string]: SweepAxis | number };
};
export type NormalizedSweep = Schemas['NormalizedSweep'];

/** What happened to a sweep, by its `type`, which are those of runs. */
export type SweepEvent = Schemas['SweepEvent'];

/** What happened to a run, by its `type`: `run.queued`, `stage.progress`, `run.completed`, … */
export type RunEvent = Schemas['RunEvent'];

/** The query of an operation. */
export type QueryOf<Operation extends keyof operations> = NonNullable<operations[Operation]['parameters']['query']>;
