import { quote, suggestion, type Problem } from '@projecta/errors';
import type { PriceColumn } from './candles.js';
import { dataInvalid } from './check-candles.js';

/** Accepted names in normal form: lower case, without blanks, `_ - . < > ( ) *` and without a leading `1.`; `indexlevel0` is pandas' unnamed index. */
const NAMES: Readonly<Record<PriceColumn | 'adj', readonly string[]>> = {
  ts: ['ts', 't', 'date', 'time', 'timestamp', 'datetime', 'opentime', 'unix', 'epoch', 'indexlevel0'],
  open: ['open', 'o'],
  high: ['high', 'h'],
  low: ['low', 'l'],
  close: ['close', 'c'],
  volume: ['volume', 'vol', 'v'],
  vwap: ['vwap', 'vw'],
  adj: ['adjclose', 'adjustedclose', 'closeadj', 'closeadjusted'],
};

const REQUIRED = ['ts', 'open', 'high', 'low', 'close'] as const;
const NEEDED = 'Needed are a time (ts, date, time, timestamp or datetime), open, high, low and close; volume and vwap are optional.';

/** Where a table holds the candle columns: indices into its header. */
export interface ColumnMatch {
  readonly ts: number;
  /** A second column with the time of day, where the first holds the date. */
  readonly timeOfDay?: number;
  readonly open: number;
  readonly high: number;
  readonly low: number;
  readonly close: number;
  readonly volume?: number;
  readonly vwap?: number;
  /** `adj close`, never taken for close. */
  readonly adj?: number;
  /** Names of the columns that mean nothing here. */
  readonly ignored: readonly string[];
}

/**
 * Finds the candle columns in a header: names in any case, with the common synonyms. `place` begins the messages (`prices.csv: line 1`).
 * Throws DATA_INVALID when one is missing or named twice, with all that is wrong.
 */
export function matchColumns(header: readonly string[], place: string): ColumnMatch {
  const found = new Map<string, number[]>();
  const ignored: string[] = [];
  header.forEach((name, index) => {
    const column = columnOf(name);
    if (column === undefined) ignored.push(name);
    else found.set(column, [...(found.get(column) ?? []), index]);
  });
  const times = dateAndTime(header, found.get('ts') ?? []);
  if (times) found.set('ts', [times.date]);
  const problems = [...missing(header, found, ignored, place), ...twice(header, found, place)];
  if (problems.length > 0) throw dataInvalid(problems, problems.length);
  const [volume, vwap, adj] = [found.get('volume')?.[0], found.get('vwap')?.[0], found.get('adj')?.[0]];
  return {
    ts: found.get('ts')![0]!,
    ...(times && { timeOfDay: times.time }),
    open: found.get('open')![0]!,
    high: found.get('high')![0]!,
    low: found.get('low')![0]!,
    close: found.get('close')![0]!,
    ...(volume !== undefined && { volume }),
    ...(vwap !== undefined && { vwap }),
    ...(adj !== undefined && { adj }),
    ignored,
  };
}

/** How many names of a header are candle columns: tells the delimiter that splits it right. */
export function recognised(header: readonly string[]): number {
  return header.filter((name) => columnOf(name) !== undefined).length;
}

function columnOf(name: string): keyof typeof NAMES | undefined {
  const normal = normalName(name);
  return (Object.keys(NAMES) as (keyof typeof NAMES)[]).find((column) => NAMES[column].includes(normal));
}

function normalName(name: string): string {
  return name
    .toLowerCase()
    .replace(/^\s*\d+[.)]/, '')
    .replace(/[\s_.<>()*-]/g, '');
}

/** A column named date beside one named time: together they are the time. */
function dateAndTime(header: readonly string[], indices: readonly number[]): { date: number; time: number } | undefined {
  const date = indices.find((index) => normalName(header[index]!) === 'date');
  const time = indices.find((index) => normalName(header[index]!) === 'time');
  return indices.length === 2 && date !== undefined && time !== undefined ? { date, time } : undefined;
}

function missing(header: readonly string[], found: ReadonlyMap<string, unknown>, ignored: readonly string[], place: string): Problem[] {
  const absent = REQUIRED.filter((column) => !found.has(column));
  if (absent.length === 0) return [];
  const hints = ignored.map((name) => [name, suggestion(normalName(name), absent)] as const).filter(([, hint]) => hint !== '');
  const text = [
    `${place}: no column for ${absent.join(', ')}.`,
    `The header has ${header.slice(0, 30).map(quote).join(', ')}.`,
    absent.length === REQUIRED.length ? 'The first line must be a header, and cells be split by comma, semicolon or tab.' : '',
    NEEDED,
    absent.includes('close') && found.has('adj') ? 'adj close is never taken for close.' : '',
    ...hints.map(([name, hint]) => `${quote(name)}:${hint}`),
  ];
  const message = text.filter((part) => part !== '').join(' ');
  return [{ path: '', code: 'DATA_INVALID', message }];
}

function twice(header: readonly string[], found: ReadonlyMap<string, readonly number[]>, place: string): Problem[] {
  return [...found]
    .filter(([, indices]) => indices.length > 1)
    .map(([column, indices]) => ({
      path: `/${column}`,
      code: 'DATA_INVALID',
      message: `${place}: ${indices.map((index) => quote(header[index]!)).join(' and ')} all mean ${column}. Keep one of them.`,
    }));
}
