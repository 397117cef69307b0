import { canonicalJson, float64LittleEndian, sha256Hex, sha256Stream, utf8 } from '@projecta/hashing';
import { runBacktest } from '../run-backtest.js';
import { goldenRuns } from './golden-runs.twin.js';

/** What is frozen of a golden run: its hash, and a SHA-256 of everything that comes out of it. */
export type GoldenDigests = Readonly<Record<string, string>>;

/** Runs every golden run and digests its results: columns as little-endian doubles, the rest as canonical JSON. */
export async function goldenDigests(): Promise<Readonly<Record<string, GoldenDigests>>> {
  const digests: Record<string, GoldenDigests> = {};
  for (const [name, backtest] of Object.entries(goldenRuns())) {
    const run = await runBacktest(backtest);
    digests[name] = {
      run_hash: run.run_hash,
      config_hash: run.config_hash,
      data_hash: run.data_hash,
      equity: ofColumns({ ...run.equity }),
      fills: ofJson(run.fills),
      trades: ofJson(run.trades),
      metrics: ofJson({ metrics: run.metrics, metric_reasons: run.metric_reasons }),
      summary: ofJson(run.summary),
      directions: ofColumns({ directions: run.directions }),
      features: ofColumns(run.features),
      causality: ofJson(run.causality),
      validation: ofJson({ summary: run.validation, detail: run.validation_detail }),
    };
  }
  return digests;
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
