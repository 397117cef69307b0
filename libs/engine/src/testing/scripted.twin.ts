import type { Candles } from '@projecta/candles';
import { defineStrategy } from '@projecta/plugin';
import type { RunConfig } from '../config/run-config.js';
import type { RunResult } from '../run-result.js';
import { runOn } from './run-on.twin.js';

/** A run that follows a script of directions, one a bar; the last one holds. */
export function onScript(candles: Candles, script: readonly number[], config: Partial<RunConfig> = {}): Promise<RunResult> {
  const scripted = defineStrategy({
    ...{ name: 'scripted', version: '1', title: 'Scripted', description: 'Does as told.', params: {} },
    target: (_columns, _params, out) => void out.forEach((_, t) => (out[t] = script[t] ?? NaN)),
  });
  return runOn(candles, { ...config, strategy: { name: 'scripted' } }, { plugins: [scripted] });
}

/** Daily bars of given [open, high, low, close, volume]. */
export function barsOf(...rows: readonly (readonly number[])[]): Candles {
  const column = (i: number): Float64Array => Float64Array.from(rows, (row) => row[i]!);
  const ts = Float64Array.from(rows, (_, t) => t * 86_400_000);
  return { ts, open: column(0), high: column(1), low: column(2), close: column(3), volume: column(4) };
}

/** A bar on which the price stands still. */
export function flat(price: number): number[] {
  return [price, price, price, price, 100];
}
