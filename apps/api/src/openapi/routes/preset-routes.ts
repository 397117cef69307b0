import { SAMPLE_CONFIG } from '../examples/config-examples.js';
import { PRESET_ID } from '../examples/hashes.js';
import { NORMAL_CONFIG } from '../examples/run-examples.js';
import { SUBMISSION } from '../examples/submission-examples.js';
import { ADDRESS_PROBLEMS, BODY_PROBLEMS, CONFIG_PROBLEMS, CURSOR, LIMIT, PREFER, PRESET } from '../parameters.js';
import { json, ref, type RouteDoc } from '../route.js';

const TAG = 'Presets';
const EXAMPLE = {
  ...{ preset_id: PRESET_ID, name: 'dual_sma_default', config: NORMAL_CONFIG, created_at: '2026-11-25T03:04:09.665Z' },
  links: { self: `/presets/${PRESET_ID}`, runs: `/presets/${PRESET_ID}/runs` },
};
const FIND_PROBLEMS = [...ADDRESS_PROBLEMS, 'PRESET_NOT_FOUND', 'AMBIGUOUS_PREFIX'] as const;
const RUN_HEADERS = ['Location', 'Preference-Applied'];

/** Named configs. */
export const presetRoutes: readonly RouteDoc[] = [
  {
    ...{ method: 'post', path: '/presets', id: 'putPreset', tag: TAG },
    summary: 'Store a config under a name',
    description: 'Its id follows from name and normal form: the same again is found, not stored twice.',
    body: {
      ...{ required: true, description: 'A name and a RunConfig.' },
      content: json(ref('NewPreset'), { name: 'dual_sma_default', config: SAMPLE_CONFIG }),
    },
    answers: {
      201: { description: 'It is stored.', content: json(ref('StoredPreset'), { ...EXAMPLE, created: true }), headers: ['Location'] },
      200: { description: 'It was there.', content: json(ref('StoredPreset'), { ...EXAMPLE, created: false }), headers: ['Location'] },
    },
    problems: BODY_PROBLEMS,
  },
  {
    ...{ method: 'get', path: '/presets', id: 'listPresets', tag: TAG },
    summary: 'The presets',
    parameters: [LIMIT, CURSOR],
    answers: { 200: { description: 'A page.', content: json(ref('PresetList'), { items: [EXAMPLE], next_cursor: null }) } },
    problems: ADDRESS_PROBLEMS,
  },
  {
    ...{ method: 'get', path: '/presets/{preset_id}', id: 'getPreset', tag: TAG },
    summary: 'One preset',
    parameters: [PRESET],
    answers: { 200: { description: 'The preset.', content: json(ref('Preset'), EXAMPLE) } },
    problems: FIND_PROBLEMS,
  },
  {
    ...{ method: 'delete', path: '/presets/{preset_id}', id: 'removePreset', tag: TAG },
    summary: 'Remove a preset; runs made from it stay',
    parameters: [PRESET],
    answers: { 204: { description: 'It is gone.' } },
    problems: FIND_PROBLEMS,
  },
  {
    ...{ method: 'post', path: '/presets/{preset_id}/runs', id: 'runPreset', tag: TAG },
    summary: 'Run a preset, as it is or with changes',
    parameters: [PRESET, PREFER],
    body: {
      ...{ required: false, description: 'What is to be different this time.' },
      content: json(ref('PresetRun'), { overrides: { seed: 43, strategy: { params: { fast: 4 } }, execution: { fee_bps: 2 } } }),
    },
    answers: {
      201: {
        description: 'A new attempt.',
        content: json(ref('Submission'), { ...SUBMISSION, status: 'running', created: true }),
        headers: RUN_HEADERS,
      },
      200: { description: 'The run was there.', content: json(ref('Submission'), SUBMISSION), headers: RUN_HEADERS },
    },
    problems: [...CONFIG_PROBLEMS, 'QUEUE_FULL', 'PRESET_NOT_FOUND', 'AMBIGUOUS_PREFIX'],
  },
];
