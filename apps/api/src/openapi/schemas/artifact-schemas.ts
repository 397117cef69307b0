import { array, described, EPOCH_MS, INTEGER, mapOf, nullable, NUMBER, object, ref, type Schema, STRING, words } from '../route.js';

const MAYBE = nullable(NUMBER);
const DIGESTS = { sha512: STRING, 'sha3-256': STRING, blake3: STRING };

/** What a run leaves. */
export const ARTIFACT_SCHEMAS: Readonly<Record<string, Schema>> = {
  Manifest: object({
    ...{ format_version: INTEGER, run_hash: ref('Hash'), data_hash: ref('Hash') },
    engine: object({ name: STRING, semantics_version: INTEGER, version: STRING }, ['version']),
    artifacts: described(array(ref('ManifestEntry')), 'Sorted by name; without manifest.json itself.'),
    chain_prev: described(nullable(ref('Hash')), 'The manifest_hash of the completed run before.'),
    manifest_hash: described(ref('Hash'), 'SHA-256 of the canonical JSON of the manifest without this field.'),
  }),
  ManifestEntry: object(
    {
      ...{ name: STRING, size: INTEGER, sha256: ref('Hash'), media_type: STRING },
      content_sha256: described(ref('Hash'), 'Of tables: the hash of what they say, whatever the file format.'),
      ...DIGESTS,
    },
    ['content_sha256', ...Object.keys(DIGESTS)],
  ),
  Distribution: object({
    ...{ count: INTEGER, mean: MAYBE, std: MAYBE, q01: MAYBE, q05: MAYBE, q25: MAYBE, q50: MAYBE, q75: MAYBE, q95: MAYBE, q99: MAYBE },
  }),
  ValidationSummary: described(
    mapOf({ type: 'object', properties: { verdict: STRING }, required: ['verdict'] }),
    'A key a method that ran: its verdict, its null hypothesis and its numbers.',
  ),
  PermutationSummary: object({
    ...{ verdict: STRING, null_hypothesis: STRING, seed: INTEGER, method: words('bars', 'signals'), statistic: STRING },
    ...{ of: words('run', 'walk_forward'), observed: MAYBE, p_value: MAYBE, p_value_se: MAYBE, trials: INTEGER },
    distribution: ref('Distribution'),
  }),
  TableRows: described(
    array(mapOf({ type: ['number', 'string', 'boolean', 'null'] })),
    'A table as rows: times in epoch ms, null where a number does not exist.',
  ),
  EquityRow: object({ ts: EPOCH_MS, equity: NUMBER, cash: NUMBER, position: NUMBER, drawdown: NUMBER, exposure: NUMBER }),
  FillRow: object({
    ...{ bar: INTEGER, ts: EPOCH_MS, side: { type: 'integer', enum: [1, -1] }, quantity: NUMBER, base_price: NUMBER, price: NUMBER },
    ...{ notional: NUMBER, fee: NUMBER, slippage: NUMBER, delay: NUMBER, decision_close: NUMBER, reason: ref('ExitReason') },
    synthetic: { type: 'boolean' },
  }),
  TradeRow: object({
    ...{ side: { type: 'integer', enum: [1, -1] }, entry_bar: INTEGER, entry_ts: EPOCH_MS, exit_bar: INTEGER, exit_ts: EPOCH_MS },
    ...{ quantity: NUMBER, entry_price: NUMBER, exit_price: NUMBER, gross_pnl: NUMBER, net_pnl: NUMBER, return: MAYBE },
    ...{ fees: NUMBER, slippage: NUMBER, borrow: NUMBER, bars_held: INTEGER, reason: ref('ExitReason'), mae: NUMBER, mfe: NUMBER },
    ...{ ambiguous: { type: 'boolean' }, equity_at_entry: NUMBER },
  }),
  ValidationDetailRow: object({ method: STRING, trial: INTEGER, metric: STRING, value: MAYBE }),
  ExitReason: words('signal', 'stop_loss', 'take_profit', 'trailing_stop', 'time', 'end', 'liquidation'),
};
