import { canonicalJson, float64LittleEndian, sha256Hex, sha256Stream, utf8 } from '@projecta/hashing';
import type { TrialPool } from '../pool/trial-pool.js';
import { runBacktest } from '../run-backtest.js';
import type { RunResult } from '../run-result.js';
import { goldenRuns } from './golden-runs.twin.js';

/** What is frozen of a golden run: its hash, and a SHA-256 of everything that comes out of it. */
export type GoldenDigests = Readonly<Record<string, string>>;

/** The keys under which results hold sentences for people: they may be reworded, which must not look like other numbers. */
const WORDS = new Set(['verdict', 'null_hypothesis', 'message', 'metric_reasons']);

/** Runs every golden run, with this pool if there is one, and digests its results: columns as little-endian doubles, the rest as canonical JSON. */
export async function goldenDigests(pool?: TrialPool): Promise<Readonly<Record<string, GoldenDigests>>> {
  const digests: Record<string, GoldenDigests> = {};
  for (const [name, backtest] of Object.entries(goldenRuns())) {
    const run = await runBacktest({ ...backtest, ...(pool && { pool }) });
    digests[name] = {
      run_hash: run.run_hash,
      config_hash: run.config_hash,
      data_hash: run.data_hash,
      equity: ofColumns({ ...run.equity }),
      fills: ofJson(run.fills),
      trades: ofJson(run.trades),
      metrics: ofJson(run.metrics),
      directions: ofColumns({ directions: run.directions }),
      features: ofColumns(run.features),
      causality: ofJson({ ...run.causality, note: '' }),
      ...digestsOfSummary(run),
    };
  }
  return digests;
}

/** Numbers and words apart. */
function digestsOfSummary({ summary, validation, validation_detail, causality }: RunResult): GoldenDigests {
  const { validation: verdicts, ...rest } = summary;
  return {
    summary: ofJson(withoutWords(rest)),
    validation: ofJson({ summary: withoutWords(validation), detail: validation_detail }),
    words: ofJson({ summary, verdicts, validation, note: causality.note }),
  };
}

function withoutWords(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, (key, inner: unknown) => (WORDS.has(key) ? undefined : inner)));
}

function ofJson(value: unknown): string {
  return sha256Hex(utf8(canonicalJson(value)));
}

function ofColumns(columns: Readonly<Record<string, Float64Array>>): string {
  const stream = sha256Stream();
  for (const [name, column] of Object.entries(columns))
    stream.update(utf8(`${name} ${column.length}\n`)).update(float64LittleEndian(column.map(withoutNaN)));
  return stream.digestHex();
}

/** The bits of a NaN are an engine's own business, so a number that no column holds stands for it. */
function withoutNaN(value: number): number {
  return Number.isNaN(value) ? -Number.MAX_VALUE : value;
}
