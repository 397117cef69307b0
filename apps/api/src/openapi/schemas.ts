import type { Catalogue } from '@projecta/engine';
import { PROBLEM_SCHEMAS } from './problem-answers.js';
import type { Schema } from './route.js';
import { ARTIFACT_SCHEMAS } from './schemas/artifact-schemas.js';
import { CATALOG_SCHEMAS } from './schemas/catalog-schemas.js';
import { COMPARISON_SCHEMAS } from './schemas/comparison-schemas.js';
import { DATA_SCHEMAS } from './schemas/data-schemas.js';
import { EVENT_SCHEMAS } from './schemas/event-schemas.js';
import { METRIC_SCHEMAS } from './schemas/metric-schemas.js';
import { normalConfigSchemas } from './schemas/normal-config-schemas.js';
import { PRESET_SCHEMAS } from './schemas/preset-schemas.js';
import { runConfigSchemas } from './schemas/run-config-schemas.js';
import { RUN_SCHEMAS } from './schemas/run-schemas.js';
import { SERVER_SCHEMAS } from './schemas/server-schemas.js';
import { sweepConfigSchemas } from './schemas/sweep-config-schemas.js';
import { SWEEP_SCHEMAS } from './schemas/sweep-schemas.js';
import { VERIFICATION_SCHEMAS } from './schemas/verification-schemas.js';

/** Every schema that routes refer to, by name. */
export function schemas(catalogue: Catalogue): Readonly<Record<string, Schema>> {
  return merged([
    runConfigSchemas(catalogue),
    normalConfigSchemas(catalogue),
    sweepConfigSchemas(),
    PROBLEM_SCHEMAS,
    RUN_SCHEMAS,
    SWEEP_SCHEMAS,
    METRIC_SCHEMAS,
    EVENT_SCHEMAS,
    ARTIFACT_SCHEMAS,
    VERIFICATION_SCHEMAS,
    COMPARISON_SCHEMAS,
    PRESET_SCHEMAS,
    CATALOG_SCHEMAS,
    DATA_SCHEMAS,
    SERVER_SCHEMAS,
  ]);
}

/** Throws where two groups have a schema of the same name: one would silently take the other's place. */
function merged(groups: readonly Readonly<Record<string, Schema>>[]): Readonly<Record<string, Schema>> {
  const entries = groups.flatMap((group) => Object.entries(group));
  const all = new Map(entries);
  if (all.size === entries.length) return Object.fromEntries(entries);
  const names = entries.map(([name]) => name);
  throw new Error(`Two schemas have the same name: ${names.filter((name, i) => names.indexOf(name) !== i).join(', ')}.`);
}
