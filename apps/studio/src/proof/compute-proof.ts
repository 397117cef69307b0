import { type Artifact, buildArtifacts, type ManifestEntry, type RunArtifacts } from '@projecta/artifacts';
import type { Client } from '@projecta/client';
import { type Candles, ProjectaError, type RunConfig, runBacktest, type RunResult } from '@projecta/engine';
import { candleColumns } from '../api/candle-columns.js';
import { refusalOf } from '../api/refusal.js';
import { firstDifference } from './first-difference.js';
import type { ArtifactProof, ProofMessage, ProofOutcome, ProofRequest } from './proof-message.js';
import { sha256Hex } from '@projecta/hashing';

type Tell = (message: ProofMessage) => void;

/** Computes a run again and holds every file of it against the manifest and against what the service serves. Throws what the service or the engine refuse. */
export async function computeProof(request: ProofRequest, client: Client, tell: Tell): Promise<ProofOutcome> {
  const began = performance.now();
  const result = await runAgain(request, client, tell);
  if (result.data_hash !== request.data_hash) return { kind: 'data_changed', data_hash: result.data_hash };
  tell({ kind: 'stage', stage: 'artifacts', done: 0, total: 1 });
  const made = buildArtifacts(result, sameSeal(request.manifest));
  const entries = request.manifest.artifacts;
  for (const [i, entry] of entries.entries()) {
    tell({ kind: 'stage', stage: `compare ${entry.name}`, done: i, total: entries.length });
    tell({ kind: 'artifact', proof: await artifactProof(entry, made, { client, run_hash: request.run_hash }) });
  }
  const { run_hash, manifest_hash } = made.manifest;
  return { kind: 'proved', sealed: { run_hash, manifest_hash }, milliseconds: performance.now() - began };
}

/** The built-in symbol makes its candles here; of the others the service gives the exact columns. */
async function runAgain({ config }: ProofRequest, client: Client, tell: Tell): Promise<RunResult> {
  tell({ kind: 'stage', stage: 'candles', done: 0, total: 1 });
  const table = config.symbol === 'TEST' ? undefined : (await candleColumns(client, config)).table;
  const candles = table && (Object.fromEntries(table.names.map((name) => [name, table.numbers(name)])) as unknown as Candles);
  try {
    return await runBacktest({
      config: config as unknown as RunConfig,
      ...(candles && { candles }),
      onProgress: ({ stage, done, total }) => tell({ kind: 'stage', stage, done, total }),
    });
  } catch (error) {
    throw error instanceof ProjectaError ? new Error(`The engine in this browser refuses the run: ${error.message}`) : error;
  }
}

/** What of a manifest is not a result, taken over, so that whole manifests can be compared. */
function sameSeal({ chain_prev, engine, artifacts }: ProofRequest['manifest']): Parameters<typeof buildArtifacts>[1] {
  const extraDigests = (['sha512', 'sha3-256', 'blake3'] as const).filter((digest) => artifacts[0]?.[digest] !== undefined);
  return { chainPrev: chain_prev, extraDigests, ...(engine.version !== undefined && { engineVersion: engine.version }) };
}

interface Place {
  readonly client: Client;
  readonly run_hash: string;
}

async function artifactProof(
  entry: Pick<ManifestEntry, 'name' | 'size' | 'sha256'>,
  made: RunArtifacts,
  place: Place,
): Promise<ArtifactProof> {
  const { name, size, sha256: listed } = entry;
  const own = made.artifacts.find((one) => one.name === name);
  const computed = made.manifest.artifacts.find((one) => one.name === name)?.sha256 ?? null;
  const facts = { name, size, listed, computed };
  const file = await servedFile(name, place);
  if (typeof file === 'string') return { ...facts, served: null, verdict: 'changed', words: [file] };
  const served = sha256Hex(file);
  if (served !== listed) return { ...facts, served, verdict: 'changed', words: [changedWords(name), ...(await difference(own, file))] };
  if (computed === listed) return { ...facts, served, verdict: 'same', words: [] };
  const words = own ? await difference(own, file) : ['This browser’s run does not make the file.'];
  return { ...facts, served, verdict: 'differs', words };
}

function changedWords(name: string): string {
  return `${name} is not what the manifest lists: it was changed after the run.`;
}

async function difference(own: Artifact | undefined, served: Uint8Array): Promise<string[]> {
  return own ? [await firstDifference(own.name, { computed: own.bytes, served })] : [];
}

/** The bytes that the service gives now; or in words why it does not. */
async function servedFile(name: string, { client, run_hash }: Place): Promise<Uint8Array | string> {
  try {
    return new Uint8Array(await (await client.artifacts.get(run_hash, name)).arrayBuffer());
  } catch (error) {
    return refusalOf(error).detail;
  }
}
