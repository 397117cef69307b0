import type { DataSet } from '@projecta/client';
import type { Json } from '../config/json.js';

const DAY_MS = 86_400_000;

/** Whether an instant is a day, which a date control can show. */
export function isDay(value: Json | undefined): value is string {
  return typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value);
}

/** Midnights as days; every other instant as it is. */
export function asDay(value: Json | undefined): Json | undefined {
  return typeof value === 'string' ? value.replace(/^(\d{4}-\d\d-\d\d)T00:00(:00(\.0+)?)?Z$/, '$1') : value;
}

/** Whole days that hold all bars of a data set; the end is not part of a run. Undefined where the data set has every span. */
export function wholeSpan({ first, last }: Pick<DataSet, 'first' | 'last'>): { readonly start: string; readonly end: string } | undefined {
  if (first === null || last === null) return undefined;
  const afterLast = Math.floor(Date.parse(last) / DAY_MS) * DAY_MS + DAY_MS;
  return { start: first.slice(0, 10), end: new Date(afterLast).toISOString().slice(0, 10) };
}

/** Everything that a run can ask for of a symbol. */
export function timeframesOf(dataSets: readonly DataSet[], symbol: Json | undefined): readonly string[] {
  return [...new Set(dataSets.filter((each) => each.symbol === symbol).flatMap(({ timeframes }) => timeframes))];
}

/** The data set that a run of a symbol reads: that of its timeframe, else one that can be made into it. */
export function dataSetOf(dataSets: readonly DataSet[], symbol: Json | undefined, timeframe: Json | undefined): DataSet | undefined {
  const those = dataSets.filter((each) => each.symbol === symbol);
  return (
    those.find((each) => each.timeframe === timeframe) ??
    those.find(({ timeframes }) => timeframes.some((each) => each === timeframe)) ??
    those[0]
  );
}
