import { type Table, tableFromParquet } from '@projecta/artifacts';
import { ProjectaError } from '@projecta/errors';
import { type ArtifactFile, readArtifact } from './read-artifact.js';

/** A run's equity at the close of every bar. */
export interface EquityCurve {
  /** Ascending, epoch ms. */
  readonly ts: Float64Array;
  readonly equity: Float64Array;
}

/** The curve in an equity.parquet. Throws ARTIFACT_DAMAGED. */
export async function equityCurve(file: ArtifactFile): Promise<EquityCurve> {
  const table = await tableFromParquet(await readArtifact(file));
  return { ts: columnOf(table, 'ts'), equity: columnOf(table, 'equity') };
}

function columnOf({ columns }: Table, name: string): Float64Array {
  const column = columns.find((one) => one.name === name);
  if (column?.kind === 'time' || column?.kind === 'number') return column.values;
  throw new ProjectaError('ARTIFACT_DAMAGED', `The equity table has no column ${name}.`);
}
