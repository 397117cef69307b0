import { CONFIG_HASH, DATA_HASH, MANIFEST_HASH, RUN_HASH } from './hashes.js';

const JSON_FILE = 'application/json';
const TABLE = 'application/vnd.apache.parquet';

/** The manifest of the sample payload's run. */
export const MANIFEST_EXAMPLE = {
  artifacts: [
    {
      media_type: JSON_FILE,
      name: 'causality.json',
      sha256: '4da2cafe938378f5d2fbee35b69895f90ae4db356045d29ea74338fc67a27c3a',
      size: 1456,
    },
    {
      media_type: JSON_FILE,
      name: 'config.json',
      sha256: CONFIG_HASH,
      size: 850,
    },
    {
      content_sha256: 'cb04f8b5d6f8d8d4d40a1e57b1b1de1821484a2f271f8668322fe52a4d3e3dfe',
      media_type: TABLE,
      name: 'equity.parquet',
      sha256: '277c8349ab1697015ca4f7ba5a4ce8c363f8e3e84f666df36cf68f5d40163511',
      size: 58354,
    },
    {
      media_type: 'image/svg+xml',
      name: 'equity.svg',
      sha256: 'b3f44f15dc8e7c1c406cd57b75de9930831a3fcb166f1aff2918aec43c87cc7a',
      size: 32348,
    },
    {
      content_sha256: 'ac3e4f367ba1b723c4534d98c8e5a0da0b929b949537adaa8277ed4bb8de6d8f',
      media_type: TABLE,
      name: 'fills.parquet',
      sha256: 'fe8da713bfa0929ee040ce28dd664cd8b162991b35c2ddeb7bf7f79409ecbb56',
      size: 7565,
    },
    {
      media_type: JSON_FILE,
      name: 'identity.json',
      sha256: RUN_HASH,
      size: 1058,
    },
    {
      media_type: JSON_FILE,
      name: 'metrics.json',
      sha256: 'b55ff94d126aaae5ddb86612c9b229c31bf87177d2383c69d9b5fce13359389f',
      size: 1492,
    },
    {
      media_type: 'text/html; charset=utf-8',
      name: 'report.html',
      sha256: '9332616e18a5ce833efbf7796b5e38adfc8d4e95af7fd0f7558662ffe6e4a16f',
      size: 213740,
    },
    {
      media_type: JSON_FILE,
      name: 'summary.json',
      sha256: 'ed4336a68415619c36e13947faf77eca56d0ae17d7742c106fe3adb7e8c9e314',
      size: 2338,
    },
    {
      content_sha256: '025d4abfaaba0189d810f879e6e42c5b1eea504de6869a1bedaeace66526a17b',
      media_type: TABLE,
      name: 'trades.parquet',
      sha256: 'e26ccc747fd6706443ed74ff7ded8ef0eb0490f04d4f7f2fce7aa3393f8f8a88',
      size: 12169,
    },
    {
      content_sha256: 'c5ec9fa2fd41ab569ab5e8391d0ec8cac650e7270d7f4c58f49c030346a98c02',
      media_type: TABLE,
      name: 'validation_detail.parquet',
      sha256: 'a8f898764705cdecc4a63fea28f0bbd47f95b52bd265057e88dcb651bead35e5',
      size: 535,
    },
    {
      media_type: JSON_FILE,
      name: 'validation_summary.json',
      sha256: 'd2ce40403a34b57861a002f3fd2a218595a8255c55b3973010a9e103e7ce69d5',
      size: 699,
    },
  ],
  chain_prev: null,
  data_hash: DATA_HASH,
  engine: {
    name: 'projecta',
    semantics_version: 1,
    version: '0.1.0',
  },
  format_version: 1,
  manifest_hash: MANIFEST_HASH,
  run_hash: RUN_HASH,
};
