import { UPLOAD_HASH } from './hashes.js';

/** An uploaded data set, as it is listed. */
export const DATA_SET = {
  symbol: 'ABC',
  timeframe: '1h',
  bars: 3,
  first: '2024-01-01T00:00:00.000Z',
  last: '2024-01-01T02:00:00.000Z',
  gaps: 0,
  columns: ['ts', 'open', 'high', 'low', 'close', 'volume'],
  data_hash: UPLOAD_HASH,
  timeframes: ['1h', '2h', '4h', '6h', '12h', '1d', '1w'],
  notes: [],
  created_at: '2026-11-25T03:04:09.456Z',
  source: 'stored',
  problem: null,
};

export const PROFILE = {
  longest_gaps: [],
  zero_volume_bars: 1,
  lowest_low: 99,
  highest_high: 102,
  largest_move: { at: '2024-01-01T02:00:00.000Z', return: -0.012315270935960632 },
  flat_bars: 0,
};

export const BUILT_IN_EXAMPLE = {
  symbol: 'TEST',
  timeframe: null,
  timeframes: ['1m', '3m', '5m', '15m', '30m', '1h', '2h', '4h', '6h', '12h', '1d', '1w'],
  bars: null,
  first: null,
  last: null,
  gaps: 0,
  columns: ['ts', 'open', 'high', 'low', 'close', 'volume'],
  data_hash: null,
  notes: ['Synthetic and deterministic: any span, every timeframe, each its own series.'],
  created_at: null,
  source: 'built_in',
  problem: null,
};

/** Two of its three bars. */
export const SLICE = {
  symbol: 'ABC',
  timeframe: '1h',
  data_hash: UPLOAD_HASH,
  source: 'stored',
  bars: 3,
  columns: {
    ts: [1704067200000, 1704070800000],
    open: [100, 100.5],
    high: [101, 102],
    low: [99, 100],
    close: [100.5, 101.5],
    volume: [10, 12],
  },
  next_cursor: '1704074400000',
};

/** What the upload was understood as. */
export const UPLOAD_CHECK = {
  valid: true,
  data_set: {
    symbol: 'ABC',
    timeframe: '1h',
    bars: 3,
    first: '2024-01-01T00:00:00.000Z',
    last: '2024-01-01T02:00:00.000Z',
    gaps: 0,
    columns: ['ts', 'open', 'high', 'low', 'close', 'volume'],
    data_hash: UPLOAD_HASH,
  },
  replaces: null,
  notes: [],
  problems: [],
  message: null,
  sample: {
    ts: [1704067200000, 1704070800000, 1704074400000],
    open: [100, 100.5, 101.5],
    high: [101, 102, 101.5],
    low: [99, 100, 100],
    close: [100.5, 101.5, 100.25],
    volume: [10, 12, 0],
  },
};

export const CSV =
  'ts,open,high,low,close,volume\n2024-01-01T00:00:00.000Z,100,101,99,100.5,10\n2024-01-01T01:00:00.000Z,100.5,102,100,101.5,12\n2024-01-01T02:00:00.000Z,101.5,101.5,100,100.25,0\n';
