import { LEDGER_ORDERS } from '@projecta/persistence';
import { MANIFEST_HASH, OTHER_MANIFEST_HASH, OTHER_RUN_HASH, RUN_HASH, SWEEP_HASH } from '../examples/hashes.js';
import { MANIFEST_EXAMPLE } from '../examples/manifest-example.js';
import { SWEEP_MANIFEST } from '../examples/sweep-manifest-example.js';
import { ADDRESS_PROBLEMS, CURSOR, FIND_PROBLEMS, FIND_SWEEP_PROBLEMS, flagQuery, LIMIT, query, RUN, SWEEP } from '../parameters.js';
import { json, ref, type RouteDoc, words } from '../route.js';

const TAG = 'Verification';
const WAYS = 'asc from the first entry on, desc from the last one back; a cursor belongs to one of them.';
const ORDER = query('order', WAYS, { ...words(...LEDGER_ORDERS), default: 'asc' });
const FIRST = {
  ...{ sequence: 1, kind: 'run', run_hash: RUN_HASH, manifest_hash: MANIFEST_HASH, chain_prev: null },
  ...{ completed_at: '2026-11-25T03:04:04.841Z', kept: true },
};
const SECOND = {
  ...{ sequence: 2, kind: 'run', run_hash: OTHER_RUN_HASH, manifest_hash: OTHER_MANIFEST_HASH, chain_prev: MANIFEST_HASH },
  ...{ completed_at: '2026-11-25T03:04:06.017Z', kept: true },
};

/** Nothing is wrong with what a manifest lists. */
function fine({ artifacts, manifest_hash, chain_prev }: typeof SWEEP_MANIFEST, what: 'run' | 'sweep'): object {
  return {
    ...{ ok: true, differences: [] },
    artifacts: artifacts.map(({ name, sha256 }) => ({ name, ok: true, sha256, message: null })),
    chain: { ok: true, sequence: 1, manifest_hash, chain_prev, message: null },
    replay: { status: 'same', message: `The ${what} came out the same, artifact by artifact.`, differences: [] },
  };
}

/** Recomputing what hashes say. */
export const verificationRoutes: readonly RouteDoc[] = [
  {
    ...{ method: 'get', path: '/runs/{run_hash}/verify', id: 'verifyRun', tag: TAG },
    summary: 'Recompute every hash of a run, and with replay the run itself',
    parameters: [RUN, flagQuery('replay', 'Whether the run is computed again and compared, artifact by artifact.')],
    answers: {
      200: {
        description: 'What it showed.',
        content: json(ref('RunVerification'), { run_hash: RUN_HASH, ...fine(MANIFEST_EXAMPLE, 'run') }),
      },
    },
    problems: [...ADDRESS_PROBLEMS, ...FIND_PROBLEMS, 'ARTIFACT_NOT_FOUND', 'ARTIFACT_DAMAGED'],
  },
  {
    ...{ method: 'get', path: '/sweeps/{sweep_hash}/verify', id: 'verifySweep', tag: TAG },
    summary: 'Recompute every hash of a sweep, and with replay the sweep itself',
    parameters: [SWEEP, flagQuery('replay', 'Whether the sweep is computed again and compared, artifact by artifact.')],
    answers: {
      200: {
        description: 'What it showed.',
        content: json(ref('SweepVerification'), { sweep_hash: SWEEP_HASH, ...fine(SWEEP_MANIFEST, 'sweep') }),
      },
    },
    problems: [...ADDRESS_PROBLEMS, ...FIND_SWEEP_PROBLEMS, 'ARTIFACT_NOT_FOUND', 'ARTIFACT_DAMAGED'],
  },
  {
    ...{ method: 'get', path: '/chain', id: 'listChain', tag: TAG },
    summary: 'The chain of all completed runs and sweeps',
    description: 'Each entry holds the manifest_hash of the one before; those of deleted and pruned runs and sweeps stay in it.',
    parameters: [LIMIT, CURSOR, ORDER],
    answers: { 200: { description: 'A page.', content: json(ref('ChainList'), { items: [FIRST, SECOND], next_cursor: null }) } },
    problems: ADDRESS_PROBLEMS,
  },
  {
    ...{ method: 'get', path: '/chain/verify', id: 'verifyChain', tag: TAG },
    summary: 'Recompute the chain from its first entry on',
    answers: {
      200: {
        description: 'What it showed.',
        content: json(ref('ChainVerification'), {
          ...{ ok: true, entries: 2, head: OTHER_MANIFEST_HASH, broken_at: null, breaks: 0, differences: [] },
        }),
      },
    },
    problems: ADDRESS_PROBLEMS,
  },
];
