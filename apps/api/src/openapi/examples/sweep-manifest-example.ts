import { DATA_HASH, SWEEP_CONFIG_HASH, SWEEP_HASH, SWEEP_MANIFEST_HASH } from './hashes.js';

const JSON_FILE = 'application/json';
const TABLE = 'application/vnd.apache.parquet';

/** The manifest of the sample sweep: the sweep_hash stands where a run's manifest has its run_hash. */
export const SWEEP_MANIFEST = {
  artifacts: [
    { media_type: JSON_FILE, name: 'config.json', sha256: SWEEP_CONFIG_HASH, size: 786 },
    { media_type: JSON_FILE, name: 'identity.json', sha256: SWEEP_HASH, size: 993 },
    {
      media_type: 'text/html; charset=utf-8',
      name: 'report.html',
      sha256: '437c3c5ab1f0bea46280c2bea2dcbc3cf662a40cb4d163b5aef388423b36ff59',
      size: 35971,
    },
    { media_type: JSON_FILE, name: 'summary.json', sha256: '3d34713d38f6423bf90fc9a24726ba05f39136495bf646ac30309a6673a791f1', size: 2659 },
    {
      content_sha256: '770d53825f3b730e02bddaaac5ca9bb19a1ba59d2d47a10b7c10ccd0eda914fa',
      media_type: TABLE,
      name: 'sweep.parquet',
      sha256: '15af88d09233c99c39a6c07c8113c3a71a42539b7e141ecd9fc527d06c1f02c6',
      size: 8000,
    },
    {
      content_sha256: 'dcaa1c1c8d89a82dcc2fe17a05772f2836d078467537a9e039275d873a1ba430',
      media_type: TABLE,
      name: 'validation_detail.parquet',
      sha256: '7e82805ce1baccdf993ecf281af33e47895544838d8e910aa0fe37d6a0f888ae',
      size: 206,
    },
    {
      media_type: JSON_FILE,
      name: 'validation_summary.json',
      sha256: '44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a',
      size: 2,
    },
  ],
  chain_prev: null,
  data_hash: DATA_HASH,
  engine: { name: 'projecta', semantics_version: 1, version: '0.1.0' },
  format_version: 1,
  manifest_hash: SWEEP_MANIFEST_HASH,
  run_hash: SWEEP_HASH,
};
