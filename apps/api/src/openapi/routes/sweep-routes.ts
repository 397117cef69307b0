import { RUN_STATUSES } from '@projecta/persistence';
import { runLinks } from '../../runs/run-links.js';
import { SWEEP_SORTS } from '../../sweeps/sweep-query.js';
import { DATA_HASH, SWEEP_CONFIG_HASH, SWEEP_HASH } from '../examples/hashes.js';
import { SWEEP_EXAMPLES } from '../examples/sweep-config-examples.js';
import { LISTED_SWEEP, NORMAL_SWEEP, SKIPPED, SWEEP_EXAMPLE, SWEEP_STATE, SWEEP_SUBMISSION } from '../examples/sweep-examples.js';
import { ADDRESS_PROBLEMS, CONFIG_PROBLEMS, CURSOR, FIND_SWEEP_PROBLEMS, LIMIT, PREFER, query, SWEEP } from '../parameters.js';
import { json, type Parameter, ref, type RouteDoc, words } from '../route.js';

const TAG = 'Sweeps';
const PROBLEMS = [...ADDRESS_PROBLEMS, ...FIND_SWEEP_PROBLEMS];
const SWEEP_BODY = {
  ...{ required: true, description: 'A SweepConfig.' },
  content: { 'application/json': { schema: ref('SweepConfig'), examples: SWEEP_EXAMPLES } },
};

const LIST_PARAMETERS: readonly Parameter[] = [
  LIMIT,
  CURSOR,
  query('status', 'Only sweeps in this state.', words(...RUN_STATUSES)),
  query('symbol', 'Only sweeps on this symbol.', { type: 'string', minLength: 1, maxLength: 64 }, { example: 'TEST' }),
  query('strategy', 'Only sweeps of this strategy.', { type: 'string', minLength: 1, maxLength: 128 }, { example: 'dual_sma' }),
  query('sort', 'With - in front from the greatest or latest down; sweeps without the value come last.', {
    ...words(...SWEEP_SORTS),
    default: '-created_at',
  }),
];

/** Submitting sweeps, looking at them, ending and keeping them. */
export const sweepRoutes: readonly RouteDoc[] = [
  {
    ...{ method: 'post', path: '/sweeps', id: 'submitSweep', tag: TAG },
    summary: 'Try many combinations of values, or find the same sweep',
    description:
      'Every combination of a grid, or so many random draws, each with the metrics and the run_hash that its own run has: post its config to /runs to see all of it. Combinations whose own run would be refused are skipped and counted. A sweep lives like a run: identity, events, cancelling, artifacts, chain.',
    parameters: [PREFER],
    body: SWEEP_BODY,
    answers: {
      201: {
        description: 'A new attempt.',
        content: json(ref('SweepSubmission'), { ...SWEEP_SUBMISSION, status: 'running', created: true }),
        headers: ['Location', 'Preference-Applied'],
      },
      200: {
        description: 'It was there.',
        content: json(ref('SweepSubmission'), SWEEP_SUBMISSION),
        headers: ['Location', 'Preference-Applied'],
      },
    },
    problems: [...CONFIG_PROBLEMS, 'QUEUE_FULL'],
  },
  {
    ...{ method: 'post', path: '/sweeps/validate', id: 'validateSweep', tag: TAG },
    summary: 'Say what a sweep would be, or everything that is wrong with it',
    description:
      'Runs nothing: the normal form, the hashes, how many combinations there are and would be skipped, and a guess at the work.',
    body: SWEEP_BODY,
    answers: {
      200: {
        description: 'It can run.',
        content: json(ref('SweepCheck'), {
          ...{ valid: true, sweep_hash: SWEEP_HASH, config_hash: SWEEP_CONFIG_HASH, data_hash: DATA_HASH, exists: true },
          status: 'completed',
          data: { source: 'built-in TEST', bars: 1440, start: '2024-01-01T00:00:00.000Z', end: '2024-01-02T00:00:00.000Z' },
          notes: [],
          ...{ tried: 9, skipped: SKIPPED, estimate: { bars: 1440, trials: 9, bar_passes: 37_440, estimated_ms: 109 } },
          sweep: NORMAL_SWEEP,
          links: runLinks({ kind: 'sweep', run_hash: SWEEP_HASH }),
        }),
      },
    },
    problems: CONFIG_PROBLEMS,
  },
  {
    ...{ method: 'get', path: '/sweeps', id: 'listSweeps', tag: TAG },
    summary: 'The sweeps, newest first',
    parameters: LIST_PARAMETERS,
    answers: {
      200: { description: 'A page, one entry a sweep.', content: json(ref('SweepList'), { items: [LISTED_SWEEP], next_cursor: null }) },
    },
    problems: ADDRESS_PROBLEMS,
  },
  {
    ...{ method: 'get', path: '/sweeps/{sweep_hash}', id: 'getSweep', tag: TAG },
    summary: 'One sweep, with its best trial',
    description: 'Every trial stands in its table: /sweeps/{sweep_hash}/artifacts/sweep.parquet?format=json.',
    parameters: [SWEEP],
    answers: { 200: { description: 'The sweep; what it does not have yet is null.', content: json(ref('Sweep'), SWEEP_EXAMPLE) } },
    problems: PROBLEMS,
  },
  {
    ...{ method: 'post', path: '/sweeps/{sweep_hash}/cancel', id: 'cancelSweep', tag: TAG },
    summary: 'Stop a sweep',
    description: 'Within 250 ms of computing. A sweep that has ended is answered as it is.',
    parameters: [SWEEP],
    answers: {
      202: { description: 'The sweep as it is now.', content: json(ref('SweepState'), { ...SWEEP_STATE, status: 'cancelled' }) },
    },
    problems: PROBLEMS,
  },
  {
    ...{ method: 'delete', path: '/sweeps/{sweep_hash}', id: 'removeSweep', tag: TAG },
    summary: 'Remove a sweep with its artifacts',
    description: 'One in flight is stopped first. The ledger keeps its manifest, and its trials stay counted as tried.',
    parameters: [SWEEP],
    answers: { 204: { description: 'It is gone.' } },
    problems: [...PROBLEMS, 'RUN_PINNED'],
  },
  {
    ...{ method: 'put', path: '/sweeps/{sweep_hash}/pin', id: 'pinSweep', tag: TAG },
    summary: 'Keep a sweep',
    description: 'A pinned sweep is exempt from retention and cannot be removed.',
    parameters: [SWEEP],
    answers: { 200: { description: 'It is pinned.', content: json(ref('SweepState'), { ...SWEEP_STATE, pinned: true }) } },
    problems: PROBLEMS,
  },
  {
    ...{ method: 'delete', path: '/sweeps/{sweep_hash}/pin', id: 'unpinSweep', tag: TAG },
    summary: 'Let retention have a sweep again',
    parameters: [SWEEP],
    answers: { 200: { description: 'It is not pinned.', content: json(ref('SweepState'), SWEEP_STATE) } },
    problems: PROBLEMS,
  },
];
