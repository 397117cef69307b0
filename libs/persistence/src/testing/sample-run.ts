import { jsonSha256, sha256Hex, utf8 } from '@projecta/hashing';
import type { SealedManifest } from '../ledger.js';
import type { Completion } from '../runs/complete-run.js';
import type { Run } from '../runs/run.js';
import type { NewRun } from '../runs/submit-run.js';

/** A hash of a text. */
export function hashOf(text: string): string {
  return sha256Hex(utf8(text));
}

/** The n-th of a family of runs. */
export function sampleRun(n: number | string, changes: Partial<NewRun> = {}): NewRun {
  const config = { symbol: 'TEST', seed: String(n) };
  const identity = { config, data: { symbol: 'TEST', timeframe: '1m', bars: 100 } };
  return {
    run_hash: jsonSha256(identity),
    config_hash: jsonSha256(config),
    data_hash: hashOf('data'),
    symbol: 'TEST',
    timeframe: '1m',
    strategy: 'dual_sma',
    data_start: 0,
    data_end: 6_000_000,
    config,
    identity,
    ...changes,
  };
}

/** A manifest of a run behind another one. */
export function sealed(run_hash: string, chain_prev: string | null): SealedManifest {
  const unsealed = { format_version: 1, run_hash, data_hash: hashOf('data'), artifacts: [], chain_prev };
  return { ...unsealed, manifest_hash: jsonSha256(unsealed) };
}

/** What the worker of a claimed run hands in when all went well. */
export function completion({ run_hash, attempt }: Pick<Run, 'run_hash' | 'attempt'>, changes: Partial<Completion> = {}): Completion {
  return {
    run_hash,
    attempt,
    summary: { run_hash, metrics: { sharpe: 1.5, total_return: 0.25 }, warnings: [] },
    tried: { run_hashes: [run_hash], sharpes: Float64Array.of(0.05), returns: 99 },
    seal: (chainPrev) => sealed(run_hash, chainPrev),
    ...changes,
  };
}
