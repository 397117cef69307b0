import { array, BOOLEAN, described, INSTANT, INTEGER, nullable, object, ref, type Schema, STRING, words } from '../route.js';

const CHECKS = [
  'manifest',
  'manifest_hash',
  'chain',
  'run_hash',
  'sweep_hash',
  'config_hash',
  'data_hash',
  'engine',
  'missing',
  'extra',
  'size',
];
const MAYBE_TEXT = nullable(STRING);
const MAYBE_HASH = nullable(ref('Hash'));

/** What verifying a run or a sweep showed, beside the hash that names it. */
const SHOWN = {
  ok: described(BOOLEAN, 'Files and chain are as their hashes say, and a replay came out the same or could not be compared.'),
  artifacts: array(object({ name: STRING, ok: BOOLEAN, sha256: MAYBE_HASH, message: MAYBE_TEXT })),
  differences: array(ref('ArtifactDifference')),
  chain: object({ ok: BOOLEAN, sequence: INTEGER, manifest_hash: ref('Hash'), chain_prev: MAYBE_HASH, message: MAYBE_TEXT }),
  replay: described(nullable(ref('Replay')), 'Null where none was asked for.'),
};

/** What recomputing hashes, runs, sweeps and the chain showed. */
export const VERIFICATION_SCHEMAS: Readonly<Record<string, Schema>> = {
  RunVerification: object({ run_hash: ref('Hash'), ...SHOWN }),
  SweepVerification: object({ sweep_hash: ref('Hash'), ...SHOWN }),
  ArtifactDifference: object({
    code: words('ARTIFACT_NOT_FOUND', 'ARTIFACT_DAMAGED'),
    check: words(...CHECKS, 'sha256', 'content_sha256', 'extra_digest'),
    ...{ artifact: STRING, message: STRING },
  }),
  Replay: object({
    status: described(
      words('same', 'mismatch', 'data_missing', 'data_changed', 'plugins_missing', 'plugins_changed', 'failed'),
      'Only mismatch and failed speak against it; the others say why it cannot be compared.',
    ),
    message: STRING,
    differences: array(object({ artifact: STRING, message: STRING })),
  }),
  ChainLink: object({
    ...{ sequence: INTEGER, kind: words('run', 'sweep') },
    run_hash: described(ref('Hash'), 'Of a sweep its sweep_hash: manifests have one name for both.'),
    ...{ manifest_hash: ref('Hash'), chain_prev: MAYBE_HASH, completed_at: INSTANT },
    kept: described(BOOLEAN, 'Whether the results that this manifest lists are still there.'),
  }),
  ChainList: object({ items: array(ref('ChainLink')), next_cursor: ref('NextCursor') }),
  ChainVerification: object({
    ...{ ok: BOOLEAN, entries: INTEGER, head: MAYBE_HASH },
    broken_at: described(nullable(INTEGER), 'Sequence of the first entry that does not hold.'),
    breaks: described(INTEGER, 'How many findings there are; the first hundred are listed.'),
    differences: array(
      object({
        sequence: described(nullable(INTEGER), 'Null for a run whose entry is missing.'),
        ...{ run_hash: STRING, check: STRING, message: STRING },
      }),
    ),
  }),
};
