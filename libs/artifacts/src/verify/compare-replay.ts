import type { Manifest, ManifestEntry } from '@projecta/engine';

/** How an artifact of a replay differs. */
export interface ReplayDifference {
  readonly artifact: string;
  readonly message: string;
}

export interface ReplayComparison {
  /** No result differs. */
  readonly same: boolean;
  /** `bytes` under one format_version, `content` across two. */
  readonly compared: 'bytes' | 'content';
  readonly differences: readonly ReplayDifference[];
  /** Files that look different and say the same: report.html and equity.svg across format versions. */
  readonly presentation: readonly string[];
}

const PRESENTATION: readonly string[] = ['equity.svg', 'report.html'];

/**
 * Compares the manifest that was kept with that of a replay of the run or sweep. Under one format_version every file must have the same bytes;
 * across two, tables are compared by content_sha256, JSON files by their canonical bytes, and the rest counts as presentation. The chain and the engine's package version are left out.
 */
export function compareReplay(kept: Manifest, replay: Manifest): ReplayComparison {
  const compared = kept.format_version === replay.format_version ? 'bytes' : 'content';
  const differences: ReplayDifference[] = [];
  const presentation: string[] = [];
  for (const key of ['run_hash', 'data_hash'] as const) {
    if (kept[key] !== replay[key])
      differences.push({ artifact: 'identity.json', message: `${key} was ${kept[key]}, the replay has ${replay[key]}.` });
  }
  const names = [...new Set([...kept.artifacts, ...replay.artifacts].map(({ name }) => name))].sort();
  for (const name of names) {
    const [was, is] = [kept, replay].map(({ artifacts }) => artifacts.find((entry) => entry.name === name));
    const message = differs(was, is, compared);
    if (message === undefined) continue;
    if (compared === 'content' && PRESENTATION.includes(name)) presentation.push(name);
    else differences.push({ artifact: name, message });
  }
  return { same: differences.length === 0, compared, differences, presentation };
}

function differs(was: ManifestEntry | undefined, is: ManifestEntry | undefined, compared: 'bytes' | 'content'): string | undefined {
  if (!was) return 'the replay has it, the kept run has not.';
  if (!is) return 'the kept run has it, the replay has not.';
  const key = compared === 'content' && was.content_sha256 !== undefined ? 'content_sha256' : 'sha256';
  return was[key] === is[key] ? undefined : `its ${key} was ${was[key]}, the replay has ${is[key]}.`;
}
