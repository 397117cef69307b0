import { UPLOAD_TYPES } from '../../datasets/upload-media.js';
import { BUILT_IN_EXAMPLE, CSV, DATA_SET, PROFILE, UPLOAD_CHECK } from '../examples/data-examples.js';
import { ADDRESS_PROBLEMS, CURSOR, flagQuery, LIMIT, SYMBOL, TIMEFRAME } from '../parameters.js';
import { BYTES, json, ref, type RouteDoc, STRING } from '../route.js';

const TAG = 'Data';
const UPLOADS = Object.fromEntries(
  UPLOAD_TYPES.map((type) => [
    type,
    type === 'text/csv' ? { schema: STRING, examples: { example: { summary: 'Three bars', value: CSV } } } : { schema: BYTES },
  ]),
);

/** Data sets: the candles that can be backtested. */
export const dataRoutes: readonly RouteDoc[] = [
  {
    ...{ method: 'get', path: '/datasets', id: 'listDatasets', tag: TAG },
    summary: 'What can be backtested',
    description: 'Stored data sets, files of PROJECTA_DATA_DIR, and the built-in TEST, by symbol, then timeframe.',
    parameters: [LIMIT, CURSOR],
    answers: {
      200: { description: 'A page.', content: json(ref('DataSetList'), { items: [DATA_SET, BUILT_IN_EXAMPLE], next_cursor: null }) },
    },
    problems: ADDRESS_PROBLEMS,
  },
  {
    ...{ method: 'get', path: '/datasets/{symbol}', id: 'getDataset', tag: TAG },
    summary: 'One data set, with its profile',
    parameters: [SYMBOL, TIMEFRAME],
    answers: {
      200: { description: 'What it is, its gaps and extremes.', content: json(ref('ProfiledDataSet'), { ...DATA_SET, profile: PROFILE }) },
    },
    problems: [...ADDRESS_PROBLEMS, 'DATA_NOT_FOUND', 'DATA_INVALID', 'ARTIFACT_DAMAGED'],
  },
  {
    ...{ method: 'put', path: '/datasets/{symbol}', id: 'putDataset', tag: TAG },
    summary: 'Add candles',
    description:
      'The body is a CSV (comma, semicolon or tab; common names of columns; times in ISO 8601 or epoch) or a Parquet file, gzipped or not. Its timeframe is what its bars are. A version never changes: another upload makes another one, and those that kept runs used stay.',
    parameters: [
      SYMBOL,
      { ...TIMEFRAME, description: 'What the bars must be; without it, what they are.' },
      flagQuery('adjust', 'Apply the file’s adjusted close, and store the result as SYMBOL.adj.'),
      flagQuery('dry_run', 'Store nothing; say what the file is understood as.'),
    ],
    body: { required: true, description: 'The file itself.', content: UPLOADS },
    answers: {
      201: {
        description: 'It is stored.',
        content: json(ref('StoredDataSet'), { ...DATA_SET, created: true }),
        headers: ['Location', 'ETag'],
      },
      200: {
        description: 'This version was stored before, or it was a dry run.',
        content: {
          'application/json': {
            schema: { anyOf: [ref('StoredDataSet'), ref('UploadCheck')] },
            examples: {
              stored: { summary: 'Stored before', value: { ...DATA_SET, created: false } },
              dry_run: { summary: 'A dry run', value: UPLOAD_CHECK },
            },
          },
        },
      },
    },
    problems: [
      ...ADDRESS_PROBLEMS,
      ...(['DATA_INVALID', 'NOT_ALLOWED', 'LIMIT_EXCEEDED', 'PAYLOAD_TOO_LARGE', 'UNSUPPORTED_MEDIA_TYPE', 'QUEUE_FULL'] as const),
    ],
  },
  {
    ...{ method: 'delete', path: '/datasets/{symbol}', id: 'removeDataset', tag: TAG },
    summary: 'Take a data set away from new runs',
    parameters: [SYMBOL, TIMEFRAME],
    answers: { 204: { description: 'It is gone; versions that kept runs used stay, so that these can be run again.' } },
    problems: [...ADDRESS_PROBLEMS, 'DATA_NOT_FOUND', 'NOT_ALLOWED'],
  },
];
