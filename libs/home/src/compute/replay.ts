import { compareReplay, type Manifest, type ReplayDifference } from '@projecta/artifacts';
import type { Progress, RunIdentity } from '@projecta/engine';
import { ProjectaError } from '@projecta/errors';
import { canonicalJson, type JsonValue, parseJson } from '@projecta/hashing';
import type { RunKind } from '@projecta/persistence';
import type { Crew } from '../crew/open-crew.js';
import type { RunRequest } from './compute-run.js';
import type { Computed } from './computed.js';
import { COMPUTING } from './computing.js';

/** What computing a kept run or sweep again showed. Only `mismatch` says that the results differ; the others say why they cannot be compared. */
export interface Replay {
  readonly status: 'same' | 'mismatch' | 'data_missing' | 'data_changed' | 'plugins_missing' | 'plugins_changed';
  readonly message: string;
  readonly differences: readonly ReplayDifference[];
}

/** A run or a sweep that was kept, as far as a replay needs it. */
export interface Replayable {
  readonly manifest: Manifest;
  readonly identity: JsonValue;
}

export interface ReplayOptions {
  readonly crew: Crew;
  /** Whether any plug-ins are loaded. */
  readonly hasPlugins: boolean;
  readonly onProgress?: (progress: Progress) => void;
  readonly signal?: AbortSignal;
}

/** Errors by which candles that were changed show, where they no longer fit the run at all. */
const CHANGED: ReadonlySet<string> = new Set(['TOO_FEW_BARS', 'TIMEFRAME_TOO_FINE', 'DATA_INVALID', 'ARTIFACT_DAMAGED']);

/** Computes a kept run or sweep again and compares every artifact. Throws what computing it throws for reasons beside its candles. */
export async function replay(run: Replayable, request: RunRequest, { crew, hasPlugins, ...options }: ReplayOptions): Promise<Replay> {
  const kind = kindOf(run.identity);
  const plugins = pluginsOf(run.identity);
  if (plugins !== '[]' && !hasPlugins) {
    const message = `The ${kind} was made with ${pluginWords(run.identity)}, which is not loaded here. Load the file it is in (--plugin, or PROJECTA_PLUGINS) and verify again.`;
    return { status: 'plugins_missing', message, differences: [] };
  }
  let computed: Computed;
  try {
    computed = await crew.perform(COMPUTING[kind].compute, { ...request, dataHash: run.manifest.data_hash }, options);
  } catch (error) {
    if (!(error instanceof ProjectaError)) throw error;
    if (error.code === 'DATA_NOT_FOUND') return { status: 'data_missing', message: error.message, differences: [] };
    if (CHANGED.has(error.code)) return { status: 'data_changed', message: error.message, differences: [] };
    throw error;
  }
  if (computed.manifest.data_hash !== run.manifest.data_hash) {
    const message = `The candles from ${computed.candlesFrom} are not those of the ${kind}: their data_hash is ${computed.manifest.data_hash}, the ${kind}'s is ${run.manifest.data_hash}.`;
    return { status: 'data_changed', message, differences: [] };
  }
  const again = identityOf(computed);
  if (plugins !== pluginsOf(again)) {
    const message = `The plug-ins are not those of the ${kind}: it has ${pluginWords(run.identity)}, the replay ${pluginWords(again)}.`;
    return { status: 'plugins_changed', message, differences: [] };
  }
  const { same, differences } = compareReplay(run.manifest, computed.manifest);
  const message = same ? `The ${kind} came out the same, artifact by artifact.` : `The ${kind} came out differently.`;
  return { status: same ? 'same' : 'mismatch', message, differences };
}

/** Whether an identity is that of a run or of a sweep. */
export function kindOf(identity: JsonValue): RunKind {
  return typeof identity === 'object' && identity !== null && 'sweep' in identity ? 'sweep' : 'run';
}

function identityOf({ artifacts }: Computed): JsonValue {
  return parseJson(new TextDecoder().decode(artifacts.find(({ name }) => name === 'identity.json')!.bytes));
}

function pluginsOf(identity: JsonValue): string {
  return canonicalJson((identity as { readonly plugins: JsonValue }).plugins);
}

/** `strategy mine 1.2.3 (file 15567fe75dc8)`, by the first digits of the file's SHA-256. */
function pluginWords(identity: JsonValue): string {
  const { plugins } = identity as unknown as Pick<RunIdentity, 'plugins'>;
  const words = plugins.map(({ kind, name, version, digest }) => {
    const file = digest === null ? '' : ` (file ${digest.slice(0, 12)})`;
    return `${kind.replaceAll('_', ' ')} ${name} ${version}${file}`;
  });
  return words.join(', ') || 'none';
}
