import { ProjectaError } from '@projecta/errors';

/** What work on the base of a sweep gives; what it throws has its paths under /base. */
export async function inBase<T>(work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof ProjectaError) || error.errors.length === 0) throw error;
    const errors = error.errors.map((problem) => ({ ...problem, path: `/base${problem.path}` }));
    throw new ProjectaError(error.code, error.message, errors, { cause: error });
  }
}
