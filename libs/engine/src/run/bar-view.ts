import type { Candles } from '@projecta/candles';
import { ProjectaError } from '@projecta/errors';
import type { BarView, PriceColumn } from '@projecta/plugin';
import type { ReadColumns } from './strategy-columns.js';

/** A step strategy's window on the run: the engine moves it bar by bar, and nothing past its bar can be read through it. */
export interface MovableView {
  readonly view: BarView;
  move(t: number, position: number, entryPrice: number, equity: number): void;
}

/** A view over candles and feature columns. */
export function barView(strategy: string, candles: Candles, columns: ReadColumns): MovableView {
  const features = flatten(columns);
  const state = { t: 0, position: 0, entryPrice: NaN, equity: 0 };
  const read = (column: Float64Array, ago: number): number => {
    if (!(ago >= 0))
      throw new ProjectaError(
        'LOOK_AHEAD',
        `The strategy ${strategy} asked for bar t + ${-ago} at t = ${state.t}: \`ago\` counts back and cannot be negative.`,
      );
    if (ago > state.t) return NaN;
    const value = column[state.t - ago];
    if (value !== undefined) return value;
    throw new ProjectaError('STRATEGY_ERROR', `The strategy ${strategy} asked for ${ago} bars ago; \`ago\` is a whole number.`);
  };
  const price =
    (name: PriceColumn) =>
    (ago = 0): number => {
      const column = candles[name];
      if (!column)
        throw new ProjectaError('DATA_INVALID', `The strategy ${strategy} needs the ${name} column, which these candles do not have.`);
      return read(column, ago);
    };
  const view: BarView = {
    get t() {
      return state.t;
    },
    get position() {
      return state.position;
    },
    get entryPrice() {
      return state.entryPrice;
    },
    get equity() {
      return state.equity;
    },
    ts: price('ts'),
    open: price('open'),
    high: price('high'),
    low: price('low'),
    close: price('close'),
    volume: price('volume'),
    vwap: price('vwap'),
    feature: (name, ago = 0) => {
      const column = features.get(name);
      if (!column)
        throw new ProjectaError(
          'STRATEGY_ERROR',
          `The strategy ${strategy} has no feature "${name}"; it declared ${[...features.keys()].join(', ') || 'none'}.`,
        );
      return read(column, ago);
    },
  };
  return {
    view,
    move(t, position, entryPrice, equity) {
      state.t = t;
      state.position = position;
      state.entryPrice = entryPrice;
      state.equity = equity;
    },
  };
}

function flatten(columns: ReadColumns): ReadonlyMap<string, Float64Array> {
  const flat = new Map<string, Float64Array>();
  for (const [name, value] of Object.entries(columns)) {
    if (value instanceof Float64Array) flat.set(name, value);
    else for (const [output, column] of Object.entries(value)) flat.set(`${name}.${output}`, column);
  }
  return flat;
}
