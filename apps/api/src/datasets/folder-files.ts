import { ProjectaError } from '@projecta/errors';
import { type DataDirFile, dataDirFiles } from '@projecta/home';

/** The files of the data folder by symbol; none where there is no such folder. Throws STORAGE_UNAVAILABLE for one that cannot be read. */
export async function folderFiles(dataDir: string | null): Promise<DataDirFile[]> {
  if (dataDir === null) return [];
  try {
    return (await dataDirFiles(dataDir)).sort((a, b) => (a.symbol < b.symbol ? -1 : a.symbol > b.symbol ? 1 : 0));
  } catch (error) {
    if (!(error instanceof ProjectaError)) throw error;
    throw new ProjectaError('STORAGE_UNAVAILABLE', error.message, [], { cause: error });
  }
}
