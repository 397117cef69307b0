import type { Candles } from '@projecta/candles';
import type { IndicatorColumns, IndicatorDefinition, IndicatorRef } from '@projecta/plugin';
import { computeFeature, type FeatureColumns } from '../run/strategy-columns.js';

/** Feature columns of one market, computed once for all trials that ask for them. */
export interface SharedColumns {
  readonly featureColumns: FeatureColumns;
  /** From here on columns serve another trial: those of trials before may make room. */
  nextTrial(): void;
  /** Another market: everything is forgotten, the memory is kept. */
  nextMarket(candles: Candles): void;
}

/** Bytes of columns that are kept for later trials; the columns a single trial needs are kept in any case. */
const BUDGET = 64 * 1024 * 1024;

interface Entry {
  readonly columns: IndicatorColumns;
  readonly bytes: number;
  trial: number;
}

/** Columns kept under a budget, the longest unused making room first: memory does not grow with the number of trials. */
export function sharedColumns(market: Candles, budget = BUDGET): SharedColumns {
  const kept = new Map<string, Entry>(); // in order of their last use
  const keyOf = keys();
  const free: Float64Array[] = [];
  let candles = market;
  let trial = 0;
  let bytes = 0;
  const allocate = (length: number): Float64Array => free.pop() ?? new Float64Array(length);
  const drop = (key: string, entry: Entry): void => {
    kept.delete(key);
    bytes -= entry.bytes;
    for (const column of Object.values(entry.columns)) free.push(column);
  };
  return {
    featureColumns(feature) {
      const key = keyOf(feature);
      let entry = kept.get(key);
      if (entry) kept.delete(key);
      else {
        const need = 8 * candles.ts.length * feature.indicator.outputs.length;
        for (const [oldest, one] of kept) {
          if (bytes + need <= budget || one.trial === trial) break;
          drop(oldest, one);
        }
        entry = { columns: computeFeature(feature, candles, allocate), bytes: need, trial };
        bytes += need;
      }
      entry.trial = trial;
      kept.set(key, entry);
      return entry.columns;
    },
    nextTrial: () => void trial++,
    nextMarket(next) {
      for (const [key, entry] of kept) drop(key, entry);
      if (next.ts.length !== candles.ts.length) free.length = 0;
      candles = next;
    },
  };
}

/** A name for each feature: two definitions may share theirs, so each gets a number. */
function keys(): (feature: IndicatorRef) => string {
  const numbers = new Map<IndicatorDefinition, number>();
  return ({ indicator, params, source = 'close' }) => {
    const known = numbers.get(indicator) ?? numbers.size;
    numbers.set(indicator, known);
    return JSON.stringify([known, source, Object.entries(params).sort(([a], [b]) => (a < b ? -1 : 1))]);
  };
}
