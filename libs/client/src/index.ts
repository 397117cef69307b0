export { createClient, type Client, type ManyNamed } from './create-client.js';
export { ApiProblem } from './api-problem.js';
export type { ClientOptions } from './transport.js';
export type { AnyEvent, EventOptions } from './events/follow-events.js';
export type { RunCalls, SubmitOptions } from './calls/run-calls.js';
export type { SweepCalls } from './calls/sweep-calls.js';
export type { ArtifactCalls, TablePart } from './calls/artifact-calls.js';
export type { PresetCalls } from './calls/preset-calls.js';
export type { DataSetCalls, UploadOptions } from './calls/dataset-calls.js';
export type { components, operations, paths } from './schema.generated.js';
export type {
  Candles,
  Catalog,
  CatalogItem,
  ChainList,
  ChainVerification,
  Comparison,
  DataSet,
  DataSetList,
  EquityRow,
  ErrorCode,
  FeaturePreview,
  FeaturePreviewRequest,
  FillRow,
  Health,
  InputProblem,
  ListedRun,
  ListedSweep,
  Manifest,
  MetricId,
  Metrics,
  NormalizedRunConfig,
  NormalizedSweep,
  Preset,
  PresetList,
  Problem,
  ProfiledDataSet,
  QueryOf,
  Run,
  RunCheck,
  RunConfig,
  RunEvent,
  RunList,
  RunState,
  RunStatus,
  RunVerification,
  StoredDataSet,
  StoredPreset,
  Submission,
  Sweep,
  SweepAxis,
  SweepCheck,
  SweepConfig,
  SweepEvent,
  SweepList,
  SweepRow,
  SweepState,
  SweepSubmission,
  SweepVerification,
  TableRows,
  Timeframe,
  TradeRow,
  UploadCheck,
} from './schemas.js';
