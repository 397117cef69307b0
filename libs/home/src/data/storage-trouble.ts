import { ProjectaError } from '@projecta/errors';

/** Does something with files; what the system refuses is STORAGE_UNAVAILABLE, without a path. */
export async function withStorage<T>(what: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (error instanceof ProjectaError || typeof code !== 'string' || !/^E[A-Z0-9]+$/.test(code)) throw error;
    const message = `${what} could not be read or written (${code}). Look at the disk of PROJECTA_HOME, then try again.`;
    throw new ProjectaError('STORAGE_UNAVAILABLE', message, [], { cause: error });
  }
}
