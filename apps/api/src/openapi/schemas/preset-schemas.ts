import { array, BOOLEAN, described, INSTANT, object, ref, type Schema, STRING } from '../route.js';

const NAME: Schema = {
  ...{
    type: 'string',
    minLength: 1,
    maxLength: 100,
    pattern: '^[^\\s\\u0000-\\u001f\\u007f-\\u009f]([^\\u0000-\\u001f\\u007f-\\u009f]*[^\\s\\u0000-\\u001f\\u007f-\\u009f])?$',
  },
  description: '1 to 100 characters, without line breaks and without spaces at its ends.',
};
const PRESET = {
  preset_id: described(ref('Hash'), 'SHA-256 of the canonical JSON of {name, normal form of config}.'),
  ...{ name: STRING, config: ref('NormalizedRunConfig'), created_at: INSTANT, links: object({ self: STRING, runs: STRING }) },
};

/** Named configs. */
export const PRESET_SCHEMAS: Readonly<Record<string, Schema>> = {
  NewPreset: object({ name: NAME, config: ref('RunConfig') }),
  Preset: object(PRESET),
  StoredPreset: object({ ...PRESET, created: BOOLEAN }),
  PresetList: object({ items: array(ref('Preset')), next_cursor: ref('NextCursor') }),
  PresetRun: object(
    {
      overrides: {
        type: 'object',
        additionalProperties: true,
        description:
          'Part of a RunConfig, laid over the preset as a JSON merge patch: objects are merged, null takes a key away, lists are replaced. Naming another plug-in drops the old one’s params.',
      },
    },
    ['overrides'],
  ),
};
