import { readFileSync, readdirSync } from 'node:fs';

declare global {
  // Every ES module host has it; the libraries compile without Node's or a browser's types.
  interface ImportMeta {
    url: string;
  }
}

/** Candle columns as plain typed arrays; the shape of `Candles`. */
export interface CaseCandles {
  readonly ts: Float64Array;
  readonly open: Float64Array;
  readonly high: Float64Array;
  readonly low: Float64Array;
  readonly close: Float64Array;
  readonly volume?: Float64Array;
  readonly vwap?: Float64Array;
}

/** One run with the results of an independent implementation; `E` is the shape of expected.json that the reader needs. */
export interface Case<E> {
  readonly name: string;
  /** config.json, parsed. */
  readonly config: Readonly<Record<string, unknown>>;
  readonly csv: string;
  readonly candles: CaseCandles;
  readonly expected: E;
}

const folder = new URL('../../engine/vectors/cases/', import.meta.url);

/** The names of all cases, in order. */
export function caseNames(): string[] {
  return readdirSync(folder)
    .filter((name) => name.startsWith('case'))
    .sort();
}

/** One case from engine/vectors/cases. */
export function loadCase<E>(name: string): Case<E> {
  const read = (file: string): string => readFileSync(new URL(`${name}/${file}`, folder), 'utf8');
  const csv = read('data.csv');
  return { name, config: JSON.parse(read('config.json')), csv, candles: columnsOf(csv), expected: JSON.parse(read('expected.json')) as E };
}

function columnsOf(csv: string): CaseCandles {
  const [header, ...rows] = csv.trim().split(/\r?\n/);
  const cells = rows.map((row) => row.split(',').map(Number));
  const columns = Object.fromEntries(header!.split(',').map((name, i) => [name, Float64Array.from(cells, (row) => row[i]!)]));
  return columns as unknown as CaseCandles;
}
