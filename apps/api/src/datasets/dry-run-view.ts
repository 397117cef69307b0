import type { Problem } from '@projecta/errors';
import type { DataSet, StoredDataSet, UnderstoodUpload } from '@projecta/home';

/** What an upload was understood as, where nothing is stored. */
export interface DryRunView {
  readonly valid: boolean;
  /** Null where it cannot be read. */
  readonly data_set: DataSet | null;
  /** The data_hash of the version that it would take the place of; its own where it is stored already. */
  readonly replaces: string | null;
  readonly notes: readonly string[];
  /** What keeps it from being stored, with the row where it is one. */
  readonly problems: readonly Problem[];
  /** The first of them, and the number of the others. */
  readonly message: string | null;
  /** Its first bars, as columns. */
  readonly sample: Readonly<Record<string, readonly number[]>> | null;
}

export function dryRunView({ facts, notes, problems, message, sample }: UnderstoodUpload, present: readonly StoredDataSet[]): DryRunView {
  const replaced = present.find(({ timeframe }) => timeframe === facts?.timeframe);
  const rows = sample && Object.fromEntries(Object.entries(sample).map(([name, values]) => [name, Array.from(values)]));
  return { valid: problems.length === 0, data_set: facts, replaces: replaced?.data_hash ?? null, notes, problems, message, sample: rows };
}
