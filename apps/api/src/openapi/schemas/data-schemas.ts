import {
  array,
  BOOLEAN,
  described,
  EPOCH_MS,
  INSTANT,
  INTEGER,
  mapOf,
  nullable,
  NUMBER,
  object,
  ref,
  type Schema,
  STRING,
  words,
} from '../route.js';

const COLUMN = words('ts', 'open', 'high', 'low', 'close', 'volume', 'vwap');
const AT = nullable(INSTANT);
const FACTS = {
  ...{ symbol: ref('Symbol'), timeframe: ref('Timeframe'), bars: INTEGER, first: INSTANT, last: INSTANT, gaps: INTEGER },
  ...{ columns: array(COLUMN), data_hash: ref('Hash') },
};
const DATA_SET = {
  symbol: STRING,
  timeframe: described(nullable(ref('Timeframe')), 'What its bars are; null for the built-in one and for a file that cannot be read.'),
  timeframes: described(array(ref('Timeframe')), 'What a run can ask for.'),
  ...{ bars: nullable(INTEGER), first: AT, last: AT, gaps: nullable(INTEGER), columns: array(COLUMN), data_hash: nullable(ref('Hash')) },
  ...{ notes: array(STRING), created_at: AT, source: words('stored', 'folder', 'built_in') },
  problem: described(nullable(STRING), 'Why it cannot be backtested; null where it can.'),
};
const NUMBERS = array({ type: ['number', 'null'] });
const SLICE = {
  ...{ symbol: ref('Symbol'), timeframe: ref('Timeframe'), data_hash: ref('Hash'), source: words('stored', 'folder', 'built_in') },
  bars: described(INTEGER, 'Of the span, before it was downsampled.'),
};
const PRICES = { ts: array(EPOCH_MS), open: array(NUMBER), high: array(NUMBER), low: array(NUMBER), close: array(NUMBER) };
const CANDLE_COLUMNS = object({ ...PRICES, volume: array(NUMBER), vwap: NUMBERS }, ['volume', 'vwap']);

/** Candles, and what is computed on them. */
export const DATA_SCHEMAS: Readonly<Record<string, Schema>> = {
  DataSet: object(DATA_SET),
  DataSetList: object({ items: array(ref('DataSet')), next_cursor: ref('NextCursor') }),
  ProfiledDataSet: object({
    ...DATA_SET,
    profile: described(
      nullable(
        object({
          longest_gaps: array(object({ after: INSTANT, before: INSTANT, missing_bars: INTEGER })),
          ...{ zero_volume_bars: nullable(INTEGER), lowest_low: NUMBER, highest_high: NUMBER },
          largest_move: nullable(object({ at: INSTANT, return: NUMBER })),
          flat_bars: described(INTEGER, 'Bars whose four prices are equal.'),
        }),
      ),
      'What is only seen by looking through the bars; null for the built-in data set.',
    ),
  }),
  StoredDataSet: object({ ...DATA_SET, created: described(BOOLEAN, 'False where this version was stored before.') }),
  UploadCheck: object({
    ...{ valid: BOOLEAN, data_set: nullable(object(FACTS)) },
    replaces: described(nullable(ref('Hash')), 'The data_hash of the version that it would take the place of.'),
    ...{ notes: array(STRING), problems: array(ref('InputProblem')), message: nullable(STRING) },
    sample: described(nullable(CANDLE_COLUMNS), 'Its first bars, as columns.'),
  }),
  Candles: object({ ...SLICE, columns: CANDLE_COLUMNS, next_cursor: ref('NextCursor') }),
  FeaturePreviewRequest: object(
    {
      ...{ symbol: ref('Symbol'), timeframe: ref('Timeframe'), start: ref('Instant'), end: ref('Instant') },
      indicators: { ...array(ref('Indicator')), maxItems: 20 },
      limit: { type: 'integer', minimum: 1, maximum: 10_000, description: 'Rows of the answer; 1000, or as many as downsample says.' },
      cursor: described(STRING, 'The next_cursor of the page before.'),
      downsample: { type: 'integer', minimum: 1, maximum: 10_000, description: 'At most so many rows for the whole span.' },
    },
    ['limit', 'cursor', 'downsample'],
  ),
  FeaturePreview: object({
    ...SLICE,
    columns: described(mapOf(NUMBERS), '`ts`, then a column an output: `sma_5`, `macd_12_26_9.signal`; null before its first value.'),
    next_cursor: ref('NextCursor'),
  }),
};
