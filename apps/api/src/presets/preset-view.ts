import { formatInstant } from '@projecta/candles';
import type { JsonObject, Preset } from '@projecta/persistence';

/** A preset as it is shown. */
export function presetView({ preset_id, name, config, created_at }: Preset): JsonObject {
  const self = `/presets/${preset_id}`;
  return { preset_id, name, config, created_at: formatInstant(created_at), links: { self, runs: `${self}/runs` } };
}
