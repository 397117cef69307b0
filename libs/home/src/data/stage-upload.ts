import { type Candles, nativeTimeframe, type Timeframe, timeframeMs } from '@projecta/candles';
import { parseCandlesBytes } from '@projecta/candles/node';
import { type Problem, ProjectaError, ValidationFailed } from '@projecta/errors';
import { readFile } from 'node:fs/promises';
import { type StagedDataSet, stageDataSet } from './data-set-files.js';
import { type DataSet, dataSetOf } from './data-set.js';
import type { Columns } from './column-page.js';
import { withStorage } from './storage-trouble.js';
import { unpackedUpload } from './unpacked-upload.js';

export interface UploadWanted {
  /** The uploaded file. */
  readonly upload: string;
  readonly symbol: string;
  /** What the bars must be; null takes what they are. */
  readonly timeframe: Timeframe | null;
  readonly adjust: boolean;
  /** Of the file, unpacked. */
  readonly maxBytes: number;
  readonly maxBars: number;
  readonly home: string;
  readonly owner: string;
  /** Where the candles are written; null only looks at them. */
  readonly temporary: string | null;
}

/** What an upload was understood as. */
export interface UnderstoodUpload {
  /** Null where it cannot be read. */
  readonly facts: DataSet | null;
  readonly notes: readonly string[];
  /** What keeps it from being stored; empty where nothing does. */
  readonly problems: readonly Problem[];
  /** The problem in a sentence, which counts those that are not listed. */
  readonly message: string | null;
  /** Its first bars. */
  readonly sample: Columns | null;
}

const SAMPLE_BARS = 5;
const LINE_FEED = 10;

/** Room for blank lines, and for line ends inside of quotes. */
const LINES_PER_BAR = 2;

/** Reads an upload, checks it and writes its candles beside their place. Throws DATA_INVALID, VALIDATION_FAILED, PAYLOAD_TOO_LARGE, LIMIT_EXCEEDED. */
export async function stageUpload(wanted: UploadWanted): Promise<StagedDataSet> {
  const { symbol, home, owner, temporary } = wanted;
  const { candles, notes } = await readUpload(wanted);
  const timeframe = nativeTimeframe(candles);
  const problem = timeframeProblem(wanted.timeframe, timeframe);
  if (problem) throw new ValidationFailed([problem], 'The upload');
  const place = { home, owner, ...(temporary !== null && { temporary }) };
  return withStorage('The data set', () => stageDataSet(candles, { symbol, timeframe, notes }, place));
}

/** Reads an upload and says what it is; what is wrong with it is part of the answer. Throws PAYLOAD_TOO_LARGE, LIMIT_EXCEEDED. */
export async function understandUpload(wanted: UploadWanted): Promise<UnderstoodUpload> {
  try {
    const { candles, notes } = await readUpload(wanted);
    const timeframe = nativeTimeframe(candles);
    const problem = timeframeProblem(wanted.timeframe, timeframe);
    return {
      facts: dataSetOf(wanted.symbol, timeframe, candles),
      notes,
      problems: problem ? [problem] : [],
      message: problem?.message ?? null,
      sample: sampleOf(candles),
    };
  } catch (error) {
    if (!(error instanceof ProjectaError) || error.code !== 'DATA_INVALID') throw error;
    return { facts: null, notes: [], problems: error.errors, message: error.message, sample: null };
  }
}

async function readUpload({ upload, adjust, maxBytes, maxBars }: UploadWanted): Promise<{ candles: Candles; notes: string[] }> {
  const bytes = unpackedUpload(await withStorage('The upload', () => readFile(upload)), maxBytes);
  if (hasMoreLines(bytes, LINES_PER_BAR * maxBars)) throw tooManyBars(`more than ${maxBars}`, maxBars);
  const read = await parseCandlesBytes(bytes, { source: 'upload', adjust, maxBytes, maxRows: maxBars });
  const bars = read.candles.ts.length;
  if (bars > maxBars) throw tooManyBars(String(bars), maxBars);
  return read;
}

/** Lines of a text that cannot all be bars are not read at all: their columns would take more memory than the text. A Parquet file has no lines. */
function hasMoreLines(bytes: Uint8Array, most: number): boolean {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (text.subarray(0, 4).toString('latin1') === 'PAR1') return false;
  let lines = 0;
  for (let at = text.indexOf(LINE_FEED); at >= 0 && lines <= most; at = text.indexOf(LINE_FEED, at + 1)) lines++;
  return lines > most;
}

function tooManyBars(bars: string, maxBars: number): ProjectaError {
  return new ProjectaError('LIMIT_EXCEEDED', `The upload has ${bars} bars; this server takes ${maxBars}.`);
}

/** A version is stored under what its bars are: a run resamples them by itself. */
function timeframeProblem(wanted: Timeframe | null, native: Timeframe): Problem | undefined {
  if (wanted === null || wanted === native) return undefined;
  const finer = timeframeMs(native) < timeframeMs(wanted) && timeframeMs(wanted) % timeframeMs(native) === 0;
  const instead = finer ? ` A run at ${wanted} makes its bars from them.` : '';
  const message = `timeframe is ${wanted}, and the bars of the upload are ${native} apart. Give timeframe=${native} or leave it out.${instead}`;
  return { path: '/timeframe', code: 'NOT_ALLOWED', message, allowed: [native] };
}

function sampleOf(candles: Candles): Columns {
  const rows = Object.entries(candles as unknown as Columns).map(([name, values]) => [name, values.slice(0, SAMPLE_BARS)]);
  return Object.fromEntries(rows) as Columns;
}
