import { ProjectaError } from '@projecta/errors';

/** Runs `work`; a refused config is then called by the name of its file. */
export async function namingSource<T>(source: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof ProjectaError) || error.code !== 'VALIDATION_FAILED') throw error;
    throw new ProjectaError(error.code, error.message.replace(/^The (RunConfig|sweep)(?= )/, source), error.errors, { cause: error });
  }
}
