import { differingValues } from '@projecta/artifacts';
import type { JsonObject } from '@projecta/persistence';
import { type EquityCurve, equityCurve } from './equity-curve.js';
import { onOneAxis } from './on-one-axis.js';
import type { ArtifactFile } from './read-artifact.js';

/** Runs that are compared, in the order of the answer. */
export interface RunComparison {
  /** What stands in the answer as it is. */
  readonly head: JsonObject;
  readonly configs: readonly JsonObject[];
  /** The equity table of each. */
  readonly equity: readonly ArtifactFile[];
  /** At most so many points in time. */
  readonly downsample: number;
}

/**
 * The comparison as JSON text in UTF-8: the head, where the configs differ, and the equity of all on one time axis.
 * A value that a run does not have is null. Throws ARTIFACT_DAMAGED.
 */
export async function compareRuns({ head, configs, equity, downsample }: RunComparison): Promise<Uint8Array> {
  const curves: EquityCurve[] = [];
  for (const file of equity) curves.push(await equityCurve(file)); // one after another: each is read whole
  const config = differingValues(configs).map(({ path, values }) => ({ path, values: values.map((value) => value ?? null) }));
  return new TextEncoder().encode(JSON.stringify({ ...head, config, equity: onOneAxis(curves, downsample) }));
}
