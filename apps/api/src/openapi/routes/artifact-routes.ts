import { MANIFEST, RUN_ARTIFACTS, SWEEP_ARTIFACTS } from '@projecta/artifacts';
import { MANIFEST_EXAMPLE } from '../examples/manifest-example.js';
import { METRICS_EXAMPLE, NORMAL_CONFIG } from '../examples/run-examples.js';
import { NORMAL_SWEEP, SWEEP_ROW } from '../examples/sweep-examples.js';
import { SWEEP_MANIFEST } from '../examples/sweep-manifest-example.js';
import { ADDRESS_PROBLEMS, FIND_PROBLEMS, FIND_SWEEP_PROBLEMS, IF_NONE_MATCH, query, RUN, SWEEP } from '../parameters.js';
import { array, BYTES, json, type Parameter, ref, type RouteDoc, STRING, whole, words } from '../route.js';

const TAG = 'Artifacts';
const PROBLEMS = [...ADDRESS_PROBLEMS, ...FIND_PROBLEMS, 'ARTIFACT_NOT_FOUND', 'ARTIFACT_DAMAGED'] as const;
const SWEEP_PROBLEMS = [...ADDRESS_PROBLEMS, ...FIND_SWEEP_PROBLEMS, 'ARTIFACT_NOT_FOUND', 'ARTIFACT_DAMAGED'] as const;
const FILE_HEADERS = ['ETag', 'Cache-Control', 'Content-Disposition', 'Accept-Ranges'];
const NOT_MODIFIED = { description: 'The copy still holds.', headers: ['ETag', 'Cache-Control'] };
const ROW = { ts: 1_704_067_200_000, equity: 100_000 };

const NAME: Parameter = {
  ...{ name: 'name', in: 'path', example: 'equity.parquet' },
  description: 'Of a file that the manifest lists, or manifest.json.',
  schema: { type: 'string', enum: [...RUN_ARTIFACTS, 'features.parquet', MANIFEST] },
};

const SWEEP_NAME: Parameter = {
  ...{ name: 'name', in: 'path', example: 'sweep.parquet' },
  description: NAME.description,
  schema: { type: 'string', enum: [...SWEEP_ARTIFACTS, MANIFEST] },
};

const TABLE: readonly Parameter[] = [
  query('format', 'Of a table: what it is converted to; Parquet without it.', words('csv', 'json', 'arrow')),
  query('columns', 'Of a table: which columns, by commas, in this order.', STRING),
  query('limit', 'Of a table: at most so many rows, the last ones.', whole(1, 100_000_000)),
  query('downsample', 'Of a table: at most so many of these rows, that look like all of them.', whole(2, 100_000_000)),
];

const CONDITIONS: readonly Parameter[] = [
  { name: 'Range', in: 'header', description: 'One range of bytes.', schema: { type: 'string', pattern: '^bytes=\\d+-\\d*$' } },
  { name: 'If-Range', in: 'header', description: 'The ETag for which the range is wanted; all comes where it is another.', schema: STRING },
  IF_NONE_MATCH,
];

/** Every document that is no table, and every table as rows. */
const ANY_JSON = {
  anyOf: [
    ...['NormalizedRunConfig', 'RunIdentity', 'RunSummary', 'MetricsFile', 'Causality', 'Manifest', 'ValidationSummary'].map(ref),
    ...['EquityRow', 'FillRow', 'TradeRow', 'ValidationDetailRow'].map((row) => array(ref(row))),
    ref('TableRows'),
  ],
};

const FILES = {
  'application/json': {
    schema: ANY_JSON,
    examples: {
      config: { summary: 'config.json', value: NORMAL_CONFIG },
      metrics: {
        summary: 'metrics.json',
        value: { metrics: METRICS_EXAMPLE, metric_reasons: { break_even_cost_multiple: 'No costs.' }, periods_per_year: 362_880 },
      },
      rows: { summary: 'equity.parquet?format=json&columns=ts,equity', value: [ROW] },
    },
  },
  'application/vnd.apache.parquet': { schema: BYTES },
  'application/vnd.apache.arrow.file': { schema: BYTES },
  'text/csv': { schema: STRING, examples: { rows: { summary: 'equity.parquet?format=csv', value: 'ts,equity\n1704067200000,100000\n' } } },
  'text/html': { schema: STRING },
  'image/svg+xml': { schema: STRING },
};

const SWEEP_FILES = {
  ...FILES,
  'application/json': {
    schema: {
      anyOf: [
        ...['NormalizedSweep', 'SweepIdentity', 'SweepSummary', 'Manifest', 'ValidationSummary'].map(ref),
        ...['SweepRow', 'ValidationDetailRow'].map((row) => array(ref(row))),
        ref('TableRows'),
      ],
    },
    examples: {
      config: { summary: 'config.json', value: NORMAL_SWEEP },
      rows: { summary: 'sweep.parquet?format=json', value: [SWEEP_ROW] },
    },
  },
  'text/csv': {
    schema: STRING,
    examples: { rows: { summary: 'sweep.parquet?format=csv&columns=trial,sharpe', value: 'trial,sharpe\n0,1.5\n' } },
  },
};

/** A part is bytes of anything: no schema holds for it. */
const PARTS = Object.fromEntries(Object.keys(FILES).map((type) => [type, { schema: BYTES }]));
delete PARTS['application/json'];

/** The answers with a file of these types. */
function answersWith(content: typeof FILES | typeof SWEEP_FILES): RouteDoc['answers'] {
  return {
    200: { description: 'All of it.', content, headers: FILE_HEADERS },
    206: {
      description: 'The range of it, whatever its type.',
      content: { ...PARTS, 'application/json': { schema: {}, examples: { part: { summary: 'Some bytes', value: '{"alpha"' } } } },
      headers: [...FILE_HEADERS, 'Content-Range'],
    },
    304: NOT_MODIFIED,
  };
}

/** What runs and sweeps left. */
export const artifactRoutes: readonly RouteDoc[] = [
  {
    ...{ method: 'get', path: '/runs/{run_hash}/artifacts', id: 'getManifest', tag: TAG },
    summary: 'The manifest: what files a run has, and what they hash to',
    parameters: [RUN, IF_NONE_MATCH],
    answers: {
      200: { description: 'The manifest.', content: json(ref('Manifest'), MANIFEST_EXAMPLE), headers: ['ETag', 'Cache-Control'] },
      304: NOT_MODIFIED,
    },
    problems: PROBLEMS,
  },
  {
    ...{ method: 'get', path: '/runs/{run_hash}/artifacts/{name}', id: 'getArtifact', tag: TAG },
    summary: 'A file of a run, or a table in another format or in part',
    description:
      'A file is hashed before it is sent: what its manifest does not say is not served. Its address never gives anything else, so it may be kept. Tables: equity (ts, equity, cash, position, drawdown, exposure), fills, trades, features, validation_detail; times in epoch ms.',
    parameters: [RUN, NAME, ...TABLE, ...CONDITIONS],
    answers: answersWith(FILES),
    problems: [...PROBLEMS, ['OUT_OF_RANGE', 416]],
  },
  {
    ...{ method: 'get', path: '/sweeps/{sweep_hash}/artifacts', id: 'getSweepManifest', tag: TAG },
    summary: 'The manifest: what files a sweep has, and what they hash to',
    description: 'It is that of a run, with the sweep_hash in the field `run_hash`.',
    parameters: [SWEEP, IF_NONE_MATCH],
    answers: {
      200: { description: 'The manifest.', content: json(ref('Manifest'), SWEEP_MANIFEST), headers: ['ETag', 'Cache-Control'] },
      304: NOT_MODIFIED,
    },
    problems: SWEEP_PROBLEMS,
  },
  {
    ...{ method: 'get', path: '/sweeps/{sweep_hash}/artifacts/{name}', id: 'getSweepArtifact', tag: TAG },
    summary: 'A file of a sweep, or a table in another format or in part',
    description:
      'The same rules as for runs. sweep.parquet has a row a trial that ran: trial, run_hash, a column `param.<path>` a parameter, a column a metric; validation_detail.parquet the numbers behind the judgement of the search.',
    parameters: [SWEEP, SWEEP_NAME, ...TABLE, ...CONDITIONS],
    answers: answersWith(SWEEP_FILES),
    problems: [...SWEEP_PROBLEMS, ['OUT_OF_RANGE', 416]],
  },
];
