import { CSV, SLICE } from '../examples/data-examples.js';
import { ADDRESS_PROBLEMS, BODY_PROBLEMS, IF_NONE_MATCH, query } from '../parameters.js';
import { BYTES, json, type ProblemDoc, ref, type RouteDoc, STRING, whole, words } from '../route.js';

const TAG = 'Data';
const MOST_ROWS = 10_000;
const HEADERS = ['ETag', 'Cache-Control'];
const SPAN_PROBLEMS: readonly ProblemDoc[] = ['TIMEFRAME_TOO_FINE', 'DATA_INVALID', 'LIMIT_EXCEEDED', 'ARTIFACT_DAMAGED'];
const PREVIEW = {
  ...{ symbol: 'TEST', timeframe: '1h', data_hash: '1e0fd8390c5977ebf988ed6ee071a1c3feb53b29e99e170f0dd452e3318ba086', source: 'built_in' },
  bars: 24,
  columns: {
    ts: [1_704_067_200_000, 1_704_070_800_000, 1_704_074_400_000, 1_704_078_000_000, 1_704_081_600_000],
    sma_3: [null, null, 2016.89, 2018.9, 2017.29],
  },
  next_cursor: '1704085200000',
};

/** Columns for charts. */
export const candleRoutes: readonly RouteDoc[] = [
  {
    ...{ method: 'get', path: '/candles', id: 'getCandles', tag: TAG },
    summary: 'Candles, as a run over the same span sees them',
    description:
      'JSON comes in pages; csv and arrow have the whole span, arrow exact. A downsampled row has the open of its first bar, the close of its last, the highest high and the lowest low.',
    parameters: [
      query('symbol', 'A symbol of GET /datasets.', ref('Symbol'), { required: true, example: 'TEST' }),
      query('timeframe', 'Length of a bar.', ref('Timeframe'), { required: true, example: '1h' }),
      query('start', 'The first bar may open then; TEST needs it.', ref('Instant'), { example: '2024-01-01' }),
      query('end', 'No bar opens then or later; TEST needs it.', ref('Instant'), { example: '2024-01-02' }),
      query('limit', 'Of JSON: rows of a page; 1000, or as many as downsample says.', whole(1, MOST_ROWS)),
      query('cursor', 'Of JSON: the next_cursor of the page before.', { type: 'string', pattern: '^-?\\d{1,15}$' }),
      query('downsample', 'At most so many rows for the whole span.', whole(1, MOST_ROWS)),
      query('format', 'What the answer is.', { ...words('json', 'csv', 'arrow'), default: 'json' }),
      IF_NONE_MATCH,
    ],
    answers: {
      200: {
        description: 'The candles.',
        content: {
          ...json(ref('Candles'), SLICE),
          'text/csv': { schema: STRING, examples: { example: { summary: 'Three bars', value: CSV } } },
          'application/vnd.apache.arrow.file': { schema: BYTES },
        },
        headers: [...HEADERS, 'X-Data-Hash', 'X-Bars', 'X-Source'],
      },
      304: { description: 'The copy still holds.', headers: HEADERS },
    },
    problems: [...ADDRESS_PROBLEMS, 'DATA_NOT_FOUND', ...SPAN_PROBLEMS],
  },
  {
    ...{ method: 'post', path: '/features/preview', id: 'previewFeatures', tag: TAG },
    summary: 'Indicator columns on candles',
    description: 'Computed by the code that runs use; a run over the same span stores the same numbers.',
    body: {
      ...{ required: true, description: 'Which candles, and which indicators: at most 20.' },
      content: json(ref('FeaturePreviewRequest'), {
        ...{ symbol: 'TEST', timeframe: '1h', start: '2024-01-01', end: '2024-01-02' },
        ...{ indicators: [{ name: 'sma', params: { window: 3 } }], limit: 5 },
      }),
    },
    answers: { 200: { description: 'The columns.', content: json(ref('FeaturePreview'), PREVIEW) } },
    problems: [...BODY_PROBLEMS, ['DATA_NOT_FOUND', 422], ...SPAN_PROBLEMS, 'STRATEGY_ERROR'],
  },
];
