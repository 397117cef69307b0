import { answered } from '../answered.js';
import type { Preset, PresetList, QueryOf, RunConfig, StoredPreset, Submission } from '../schemas.js';
import type { Transport } from '../transport.js';
import type { SubmitOptions } from './run-calls.js';

/** Named configs. All throw ApiProblem. */
export interface PresetCalls {
  /** Stores a config under a name, or finds the same one. */
  put(name: string, config: RunConfig): Promise<StoredPreset>;
  list(query?: QueryOf<'listPresets'>): Promise<PresetList>;
  get(preset_id: string): Promise<Preset>;
  remove(preset_id: string): Promise<void>;
  /** Runs a preset; `overrides` are laid over it as a JSON merge patch. */
  run(preset_id: string, overrides?: Readonly<Record<string, unknown>>, options?: SubmitOptions): Promise<Submission>;
}

export function presetCalls({ rest }: Transport): PresetCalls {
  const of = (preset_id: string) => ({ params: { path: { preset_id } } });
  return {
    put: (name, config) => answered(rest.POST('/presets', { body: { name, config } })),
    list: (query = {}) => answered(rest.GET('/presets', { params: { query } })),
    get: (preset_id) => answered(rest.GET('/presets/{preset_id}', of(preset_id))),
    async remove(preset_id) {
      await answered(rest.DELETE('/presets/{preset_id}', of(preset_id)));
    },
    run: (preset_id, overrides = {}, { wait, signal } = {}) => {
      const header = wait === undefined ? {} : { Prefer: `wait=${wait}` };
      const params = { path: { preset_id }, header };
      return answered(rest.POST('/presets/{preset_id}/runs', { params, body: { overrides }, ...(signal && { signal }) }));
    },
  };
}
