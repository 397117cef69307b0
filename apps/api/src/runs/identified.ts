import type { IdentifiedRun, IdentifiedSweep } from '@projecta/home';
import type { NamedRun } from './run-links.js';

/** A run or a sweep that has its identity, and may not be in the store yet. */
export type Identified = IdentifiedRun | IdentifiedSweep;

/** The same by kind. */
export interface IdentifiedBy {
  readonly run: IdentifiedRun;
  readonly sweep: IdentifiedSweep;
}

/** What it will be called. */
export function nameOf(identified: Identified): NamedRun {
  if ('sweep_hash' in identified) return { kind: 'sweep', run_hash: identified.sweep_hash };
  return { kind: 'run', run_hash: identified.run_hash };
}

/** Whose candles it stands on. */
export function symbolOf(identified: Identified): string {
  return 'sweep_hash' in identified ? identified.sweep.base.symbol : identified.config.symbol;
}

/** How many values the axes of a sweep have, its ranges written out; 0 of a run. */
export function valuesWritten(identified: Identified): number {
  if (!('sweep_hash' in identified)) return 0;
  const { grid, random } = identified.sweep;
  const lists = Object.values(grid ?? random ?? {}).map((axis) => (typeof axis === 'object' && 'values' in axis ? axis.values : axis));
  return lists.reduce<number>((sum, list) => sum + (Array.isArray(list) ? list.length : 1), 0);
}
