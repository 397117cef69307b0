import type { RunKind, Runs, Store } from '@projecta/persistence';

/** The rows of a kind: runs, or sweeps. */
export function rowsOf({ runs, sweeps }: Pick<Store, 'runs' | 'sweeps'>, kind: RunKind): Runs {
  return kind === 'run' ? runs : sweeps;
}
