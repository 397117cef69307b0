import { jsonSha256, type JsonValue } from '@projecta/hashing';
import { canonicalJson } from '@projecta/hashing';
import type { EntityManager } from 'typeorm';
import type { Database } from './database.js';
import { PresetEntity } from './entities/preset-entity.js';
import { findByPrefix } from './find-by-prefix.js';
import { checkedPage, type Page, pageOf, type PageRequest } from './page.js';
import type { JsonObject } from './run-event.js';

/** A named config. */
export interface Preset {
  /** SHA-256 of the canonical JSON of {name, config}. */
  readonly preset_id: string;
  readonly name: string;
  /** In its normal form. */
  readonly config: JsonObject;
  readonly created_at: number;
}

export interface Presets {
  /** Stores a preset; `created` is false where the same is there already. */
  put(preset: { readonly name: string; readonly config: JsonObject }): Promise<{ readonly created: boolean; readonly preset: Preset }>;
  /** By id or prefix of 8 digits or more. Throws PRESET_NOT_FOUND, AMBIGUOUS_PREFIX. */
  get(preset_id: string): Promise<Preset>;
  /** Newest first. */
  list(request?: PageRequest): Promise<Page<Preset>>;
  /** Throws what `get` throws. */
  remove(preset_id: string): Promise<void>;
}

export function presetsOf(database: Database): Presets {
  return {
    put: ({ name, config }) => {
      const preset_id = jsonSha256({ name, config });
      return database.write(async ({ manager, now }) => {
        const present = await manager.findOneBy(PresetEntity, { preset_id });
        if (present) return { created: false, preset: toPreset(present) };
        await manager.insert(PresetEntity, { preset_id, name, config: canonicalJson(config), created_at: now });
        return { created: true, preset: toPreset(await manager.findOneByOrFail(PresetEntity, { preset_id })) };
      });
    },
    get: async (preset_id) => toPreset(await database.read((manager) => findPreset(manager, preset_id))),
    async list(request = {}) {
      const { limit, after } = checkedPage(request, (key) => key.length === 1 && Number.isSafeInteger(key[0]));
      const rows = await database.read((manager) => {
        const query = manager
          .createQueryBuilder(PresetEntity, 'preset')
          .orderBy('preset.sequence', 'DESC')
          .limit(limit + 1);
        if (after) query.where('preset.sequence < :after', { after: after[0] });
        return query.getMany();
      });
      return pageOf({ rows, limit, item: toPreset, key: ({ sequence }) => [sequence] });
    },
    remove: (prefix) =>
      database.write(async ({ manager }) => {
        const { preset_id } = await findPreset(manager, prefix);
        await manager.delete(PresetEntity, { preset_id });
      }),
  };
}

async function findPreset(manager: EntityManager, prefix: string): Promise<PresetEntity> {
  return findByPrefix({ manager, entity: PresetEntity, key: 'preset_id', prefix, missing: 'PRESET_NOT_FOUND', noun: 'preset' });
}

function toPreset({ preset_id, name, config, created_at }: PresetEntity): Preset {
  return { preset_id, name, config: JSON.parse(config) as { [key: string]: JsonValue }, created_at };
}
