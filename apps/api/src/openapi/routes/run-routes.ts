import { RUN_SORTS, RUN_STATUSES } from '@projecta/persistence';
import { CONFIG_EXAMPLES } from '../examples/config-examples.js';
import { CONFIG_HASH, DATA_HASH, RUN_HASH } from '../examples/hashes.js';
import { NORMAL_CONFIG, RUN_EXAMPLE } from '../examples/run-examples.js';
import { LISTED_RUN, STATE, SUBMISSION } from '../examples/submission-examples.js';
import { ADDRESS_PROBLEMS, CONFIG_PROBLEMS, CURSOR, FIND_PROBLEMS, LIMIT, PREFER, query, RUN } from '../parameters.js';
import { json, type Parameter, ref, type RouteDoc, words } from '../route.js';
import { runLinks } from '../../runs/run-links.js';

const TAG = 'Runs';
const PROBLEMS = [...ADDRESS_PROBLEMS, ...FIND_PROBLEMS];
const CONFIG_BODY = {
  ...{ required: true, description: 'A RunConfig.' },
  content: { 'application/json': { schema: ref('RunConfig'), examples: CONFIG_EXAMPLES } },
};

const LIST_PARAMETERS: readonly Parameter[] = [
  LIMIT,
  CURSOR,
  query('status', 'Only runs in this state.', words(...RUN_STATUSES)),
  query('symbol', 'Only runs on this symbol.', { type: 'string', minLength: 1, maxLength: 64 }, { example: 'TEST' }),
  query('strategy', 'Only runs of this strategy.', { type: 'string', minLength: 1, maxLength: 128 }, { example: 'dual_sma' }),
  query('sort', 'With - in front from the greatest or latest down; runs without the value come last.', {
    ...words(...RUN_SORTS.flatMap((name) => [name, `-${name}`])),
    default: '-created_at',
  }),
];

/** Submitting runs, looking at them, ending and keeping them. */
export const runRoutes: readonly RouteDoc[] = [
  {
    ...{ method: 'post', path: '/runs', id: 'submitRun', tag: TAG },
    summary: 'Run a backtest, or find the same one',
    description:
      'The identity (config, candles, engine, plug-ins) makes the run: what is there is answered at once and nothing is recomputed; many identical posts at the same time make one run. A failed or cancelled run is tried again.',
    parameters: [PREFER],
    body: CONFIG_BODY,
    answers: {
      201: {
        description: 'A new attempt.',
        content: json(ref('Submission'), { ...SUBMISSION, status: 'running', created: true }),
        headers: ['Location', 'Preference-Applied'],
      },
      200: {
        description: 'It was there.',
        content: json(ref('Submission'), SUBMISSION),
        headers: ['Location', 'Preference-Applied'],
      },
    },
    problems: [...CONFIG_PROBLEMS, 'QUEUE_FULL'],
  },
  {
    ...{ method: 'post', path: '/runs/validate', id: 'validateRun', tag: TAG },
    summary: 'Say what a run would be, or everything that is wrong with it',
    description: 'Runs nothing: the normal form, the hashes, how many bars, and a guess at the work.',
    body: CONFIG_BODY,
    answers: {
      200: {
        description: 'It can run.',
        content: json(ref('RunCheck'), {
          ...{ valid: true, run_hash: RUN_HASH, config_hash: CONFIG_HASH, data_hash: DATA_HASH, exists: true, status: 'completed' },
          data: { source: 'built-in TEST', bars: 1440, gaps: 0, start: '2024-01-01T00:00:00.000Z', end: '2024-01-02T00:00:00.000Z' },
          notes: [],
          estimate: { bars: 1440, trials: 3, bar_passes: 10_080, estimated_ms: 81 },
          config: NORMAL_CONFIG,
          links: runLinks({ kind: 'run', run_hash: RUN_HASH }),
        }),
      },
    },
    problems: CONFIG_PROBLEMS,
  },
  {
    ...{ method: 'get', path: '/runs', id: 'listRuns', tag: TAG },
    summary: 'The runs, newest first',
    parameters: LIST_PARAMETERS,
    answers: {
      200: { description: 'A page, one entry a run.', content: json(ref('RunList'), { items: [LISTED_RUN], next_cursor: null }) },
    },
    problems: ADDRESS_PROBLEMS,
  },
  {
    ...{ method: 'get', path: '/runs/{run_hash}', id: 'getRun', tag: TAG },
    summary: 'One run, with its results',
    parameters: [RUN],
    answers: { 200: { description: 'The run; what it does not have yet is null.', content: json(ref('Run'), RUN_EXAMPLE) } },
    problems: PROBLEMS,
  },
  {
    ...{ method: 'post', path: '/runs/{run_hash}/cancel', id: 'cancelRun', tag: TAG },
    summary: 'Stop a run',
    description: 'Within 250 ms of computing. A run that has ended is answered as it is.',
    parameters: [RUN],
    answers: { 202: { description: 'The run as it is now.', content: json(ref('RunState'), { ...STATE, status: 'cancelled' }) } },
    problems: PROBLEMS,
  },
  {
    ...{ method: 'delete', path: '/runs/{run_hash}', id: 'removeRun', tag: TAG },
    summary: 'Remove a run with its artifacts',
    description: 'One in flight is stopped first. The ledger keeps its manifest. A pruned run can be removed, too.',
    parameters: [RUN],
    answers: { 204: { description: 'It is gone.' } },
    problems: [...PROBLEMS, 'RUN_PINNED'],
  },
  {
    ...{ method: 'put', path: '/runs/{run_hash}/pin', id: 'pinRun', tag: TAG },
    summary: 'Keep a run',
    description: 'A pinned run is exempt from retention and cannot be removed.',
    parameters: [RUN],
    answers: { 200: { description: 'It is pinned.', content: json(ref('RunState'), { ...STATE, pinned: true }) } },
    problems: PROBLEMS,
  },
  {
    ...{ method: 'delete', path: '/runs/{run_hash}/pin', id: 'unpinRun', tag: TAG },
    summary: 'Let retention have a run again',
    parameters: [RUN],
    answers: { 200: { description: 'It is not pinned.', content: json(ref('RunState'), STATE) } },
    problems: PROBLEMS,
  },
];
